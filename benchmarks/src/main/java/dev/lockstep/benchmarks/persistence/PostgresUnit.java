package dev.lockstep.benchmarks.persistence;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * A baseline's connection to PostgreSQL: plain pgjdbc without auto-commit. Its two statements are
 * prepared on the server from the first use, {@code BEGIN} is sent along with the first one, and
 * inserts of a batch are sent as rows of one statement ({@code reWriteBatchedInserts}).
 *
 * <p>One unit writes the same columns and values that Lockstep's repository writes: the update of
 * one order by key and version, and the insert of its event. It reads nothing, hashes nothing and
 * takes no lock but that of its row; it checks the number of updated rows.
 */
final class PostgresUnit implements AutoCloseable {
    private static final String UPDATE =
            "UPDATE orders SET status = ?, broker_status = ?, cum_qty = ?, avg_px = ?,"
                    + " cancel_wanted = ?, transact_time = ?, text = ?, updated_at = ?, version = ?"
                    + " WHERE order_id = ? AND version = ?";
    private static final String INSERT_EVENT =
            "INSERT INTO order_events (seq, order_id, version, at, status, broker_order_id,"
                    + " broker_status, cum_qty, avg_px, cancel_wanted, transact_time, text, source,"
                    + " summary, request_id, payload, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')";
    private static final String STATUS = "PARTIALLY_FILLED";

    private final Connection connection;
    private final PreparedStatement update;
    private final PreparedStatement insertEvent;

    /**
     * Prepares the statements.
     *
     * @param connection an open connection, closed by the unit
     */
    PostgresUnit(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        update = connection.prepareStatement(UPDATE);
        insertEvent = connection.prepareStatement(INSERT_EVENT);
    }

    /** Writes a unit and commits it. */
    void run(String orderId, Load.Fill fill, long event) throws SQLException {
        bind(orderId, fill, event);
        requireOne(update.executeUpdate());
        insertEvent.executeUpdate();
        connection.commit();
    }

    /** Adds a unit to the batch. */
    void add(String orderId, Load.Fill fill, long event) throws SQLException {
        bind(orderId, fill, event);
        update.addBatch();
        insertEvent.addBatch();
    }

    /** Writes the units of the batch and commits them. */
    void runBatch() throws SQLException {
        Arrays.stream(update.executeBatch()).forEach(PostgresUnit::requireOne);
        insertEvent.executeBatch();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void bind(String orderId, Load.Fill fill, long event) throws SQLException {
        long at = nanos(Load.at(fill));
        long version = fill.nth() + 2L;
        BigDecimal cumQty = BigDecimal.valueOf(fill.nth());
        BigDecimal avgPx = Load.avgPx(fill).value();
        update.setString(1, STATUS);
        update.setString(2, Load.BROKER_STATUS);
        update.setBigDecimal(3, cumQty);
        update.setBigDecimal(4, avgPx);
        update.setInt(5, 0);
        update.setLong(6, at);
        update.setString(7, "");
        update.setLong(8, at);
        update.setLong(9, version);
        update.setString(10, orderId);
        update.setLong(11, version - 1);
        insertEvent.setLong(1, event);
        insertEvent.setString(2, orderId);
        insertEvent.setLong(3, version);
        insertEvent.setLong(4, at);
        insertEvent.setString(5, STATUS);
        insertEvent.setString(6, Load.brokerId(fill.order()).value());
        insertEvent.setString(7, Load.BROKER_STATUS);
        insertEvent.setBigDecimal(8, cumQty);
        insertEvent.setBigDecimal(9, avgPx);
        insertEvent.setInt(10, 0);
        insertEvent.setLong(11, at);
        insertEvent.setString(12, "");
        insertEvent.setString(13, "STREAM");
        insertEvent.setString(14, Load.SUMMARY);
        insertEvent.setString(15, "");
        insertEvent.setString(16, Load.FRAME);
    }

    private static void requireOne(int updated) {
        if (updated != 1) {
            throw new IllegalStateException(updated + " orders updated (expected: 1)");
        }
    }

    private static long nanos(Instant time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }
}
