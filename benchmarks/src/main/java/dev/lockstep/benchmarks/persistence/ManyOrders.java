package dev.lockstep.benchmarks.persistence;

import dev.lockstep.domain.order.id.OrderId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database with a given number of orders, created in seconds: Lockstep's store creates the
 * tables, plain SQL inserts each order with one event. One order in ten is open, the others are
 * filled.
 *
 * @param file the database file
 * @param count number of orders
 */
public record ManyOrders(Path file, int count) {
    private static final String ID =
            "'0193b1c5-' || printf('%04x', n / 4096) ||"
                    + " printf('-7%03x', n % 4096) || '-8000-000000000000'";
    private static final String NUMBERS =
            "WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers"
                    + " WHERE n + 1 < ?) ";
    private static final String INSERT_ORDERS =
            "INSERT INTO orders (order_id, client_order_id, idempotency_key, symbol, side,"
                    + " order_qty, order_type, limit_price, time_in_force, trading_hours,"
                    + " order_class, status, may_be_at_broker, broker_order_id, broker_status,"
                    + " cum_qty, avg_px, cancel_wanted, transact_time, text, created_at,"
                    + " updated_at, version) "
                    + NUMBERS
                    + "SELECT "
                    + ID
                    + ", 'tags-' || "
                    + ID
                    + ", 'key-' || n, 'SYM' || char(65 + n % 26), 'BUY', '10', 'LIMIT', '190.5',"
                    + " 'DAY', 'REGULAR', 'SIMPLE', CASE n % 10 WHEN 0 THEN 'NEW' ELSE 'FILLED'"
                    + " END, n % 10 = 0, 'broker-' || n, CASE n % 10 WHEN 0 THEN 'new' ELSE"
                    + " 'filled' END, CASE n % 10 WHEN 0 THEN '0' ELSE '10' END, CASE n % 10 WHEN"
                    + " 0 THEN NULL ELSE '190.25' END, 0, 1763908200000000000 + n, '',"
                    + " 1763908200000000000 + n, 1763908200000000000 + n, 1 FROM numbers";
    private static final String INSERT_EVENTS =
            "INSERT INTO order_events (order_id, version, at, status, broker_order_id,"
                    + " broker_status, cum_qty, avg_px, cancel_wanted, transact_time, text, source,"
                    + " summary, request_id, payload, hash) SELECT order_id, version, updated_at, status,"
                    + " broker_order_id, broker_status, cum_qty, avg_px, cancel_wanted,"
                    + " transact_time, text, 'POLL', 'GET /v2/orders: 200', '', '', '' FROM orders";

    private static final String CLOSE =
            "UPDATE orders SET status = 'CANCELED', broker_status = 'canceled',"
                    + " may_be_at_broker = 0 WHERE may_be_at_broker = 1";

    static ManyOrders made(Path file, int count) throws SQLException {
        OpenStore.at(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                PreparedStatement orders = connection.prepareStatement(INSERT_ORDERS)) {
            statement.execute("PRAGMA synchronous=OFF");
            statement.execute("PRAGMA cache_size=-262144");
            connection.setAutoCommit(false);
            orders.setInt(1, count);
            orders.executeUpdate();
            statement.executeUpdate(INSERT_EVENTS);
            connection.commit();
        }
        return new ManyOrders(file, count);
    }

    /**
     * Creates the same database with canceled orders in place of the open ones, so that no sync
     * queries any of them.
     */
    public static ManyOrders closed(Path file, int count) throws SQLException {
        ManyOrders made = made(file, count);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(CLOSE);
        }
        return made;
    }

    /** Returns the id of the n-th order. */
    static OrderId id(int n) {
        return new OrderId("0193b1c5-%04x-7%03x-8000-000000000000".formatted(n / 4096, n % 4096));
    }
}
