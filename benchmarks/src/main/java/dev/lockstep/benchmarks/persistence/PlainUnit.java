package dev.lockstep.benchmarks.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;

/**
 * The baselines' connection: plain sqlite-jdbc with cached prepared statements, also for {@code
 * BEGIN IMMEDIATE} and {@code COMMIT}.
 *
 * <p>One unit is two statements with the same columns and values that Lockstep's repository writes:
 * the update of one order by key and version, and the insert of its event. It reads nothing, parses
 * nothing and creates no domain objects; it checks the number of updated rows. The driver's
 * switches, WAL, foreign keys and durability are set as in Lockstep's store; SQLite checkpoints on
 * the writer every 1,000 pages.
 */
final class PlainUnit implements AutoCloseable {
    private static final String UPDATE =
            "UPDATE orders SET status = ?, broker_status = ?, cum_qty = ?, avg_px = ?,"
                    + " cancel_wanted = ?, transact_time = ?, text = ?, updated_at = ?, version = ?"
                    + " WHERE order_id = ? AND version = ?";
    private static final String INSERT_EVENT =
            "INSERT INTO order_events (order_id, version, at, status, broker_order_id,"
                    + " broker_status, cum_qty, avg_px, cancel_wanted, transact_time, text, source,"
                    + " summary, request_id, payload, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')";
    private static final String STATUS = "PARTIALLY_FILLED";

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement update;
    private final PreparedStatement insertEvent;

    PlainUnit(Path file, String synchronous) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        SQLiteConnectionConfig driver =
                connection.unwrap(SQLiteConnection.class).getConnectionConfig();
        driver.setGetGeneratedKeys(false);
        driver.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA foreign_keys=ON");
            statement.execute("PRAGMA synchronous=" + synchronous);
        }
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        update = connection.prepareStatement(UPDATE);
        insertEvent = connection.prepareStatement(INSERT_EVENT);
    }

    void begin() throws SQLException {
        begin.execute();
    }

    void commit() throws SQLException {
        commit.execute();
    }

    void run(String orderId, Load.Fill fill) throws SQLException {
        long at = nanos(Load.at(fill));
        long version = fill.nth() + 2L;
        String cumQty = Integer.toString(fill.nth());
        String avgPx = Load.avgPx(fill).toString();
        update.setString(1, STATUS);
        update.setString(2, Load.BROKER_STATUS);
        update.setString(3, cumQty);
        update.setString(4, avgPx);
        update.setLong(5, 0);
        update.setLong(6, at);
        update.setString(7, "");
        update.setLong(8, at);
        update.setLong(9, version);
        update.setString(10, orderId);
        update.setLong(11, version - 1);
        if (update.executeUpdate() != 1) {
            throw new IllegalStateException(orderId + " was not at version " + (version - 1));
        }
        insertEvent.setString(1, orderId);
        insertEvent.setLong(2, version);
        insertEvent.setLong(3, at);
        insertEvent.setString(4, STATUS);
        insertEvent.setString(5, Load.brokerId(fill.order()).value());
        insertEvent.setString(6, Load.BROKER_STATUS);
        insertEvent.setString(7, cumQty);
        insertEvent.setString(8, avgPx);
        insertEvent.setLong(9, 0);
        insertEvent.setLong(10, at);
        insertEvent.setString(11, "");
        insertEvent.setString(12, "STREAM");
        insertEvent.setString(13, Load.SUMMARY);
        insertEvent.setString(14, "");
        insertEvent.setString(15, Load.FRAME);
        insertEvent.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static long nanos(Instant time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }
}
