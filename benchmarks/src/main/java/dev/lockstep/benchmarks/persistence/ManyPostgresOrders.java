package dev.lockstep.benchmarks.persistence;

import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.server.PostgresServer;

/**
 * The orders of {@link ManyOrders} in a database of a PostgreSQL server: Lockstep's store creates
 * the tables, one statement inserts the orders and another one an event of each.
 */
final class ManyPostgresOrders {
    private static final String ID =
            "'0193b1c5-' || lpad(to_hex(n / 4096), 4, '0') || '-7'"
                    + " || lpad(to_hex(n %% 4096), 3, '0') || '-8000-000000000000'";
    private static final String INSERT_ORDERS =
            "INSERT INTO %1$s.orders (order_id, client_order_id, idempotency_key, symbol, side,"
                    + " order_qty, order_type, limit_price, time_in_force, trading_hours,"
                    + " order_class, status, may_be_at_broker, broker_order_id, broker_status,"
                    + " cum_qty, avg_px, cancel_wanted, transact_time, text, created_at,"
                    + " updated_at, version) SELECT "
                    + ID
                    + ", 'tags-' || "
                    + ID
                    + ", 'key-' || n, 'SYM' || chr(65 + n %% 26), 'BUY', 10, 'LIMIT', 190.5,"
                    + " 'DAY', 'REGULAR', 'SIMPLE', CASE n %% 10 WHEN 0 THEN 'NEW' ELSE 'FILLED'"
                    + " END, CASE n %% 10 WHEN 0 THEN 1 ELSE 0 END, 'broker-' || n, CASE n %% 10"
                    + " WHEN 0 THEN 'new' ELSE 'filled' END, CASE n %% 10 WHEN 0 THEN 0 ELSE 10"
                    + " END, CASE n %% 10 WHEN 0 THEN NULL ELSE 190.25 END, 0,"
                    + " 1763908200000000000 + n, '', 1763908200000000000 + n,"
                    + " 1763908200000000000 + n, 1 FROM generate_series(0, %2$d - 1) AS n";

    private ManyPostgresOrders() {}

    /** Creates a database with the given number of orders. */
    static PostgresAddress made(PostgresServer server, int count) {
        PostgresAddress address = server.newDatabase();
        OpenStore.at(address).close();
        server.execute(address.database(), INSERT_ORDERS.formatted(address.schema(), count));
        server.execute(address.database(), insertEvents(address.schema()));
        server.execute(address.database(), "VACUUM ANALYZE");
        return address;
    }

    private static String insertEvents(String schema) {
        return "INSERT INTO "
                + schema
                + ".order_events (seq, order_id, version, at, status, broker_order_id,"
                + " broker_status, cum_qty, avg_px, cancel_wanted, transact_time, text, source,"
                + " summary, request_id, payload, hash) SELECT row_number() OVER (ORDER BY"
                + " order_id), order_id, version, updated_at, status, broker_order_id,"
                + " broker_status, cum_qty, avg_px, cancel_wanted, transact_time, text, 'POLL',"
                + " 'GET /v2/orders: 200', '', '', '' FROM "
                + schema
                + ".orders";
    }
}
