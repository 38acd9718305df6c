package dev.lockstep.benchmarks.isolation;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * One machine's connection that stores new orders under a limit, several in a transaction: reads
 * the end of the event chain and the open quantity of an instrument, which must stay within the
 * limit, inserts the orders with their events, and moves the end of the chain.
 *
 * <p>Machines exclude each other either by the row that Lockstep's store locks, or by {@code
 * SERIALIZABLE} and a repetition of each transaction that the server refuses.
 */
final class GatedUnit implements AutoCloseable {
    /** A duplicate number of an event may be found before the serialization failure is. */
    private static final Set<String> REFUSED = Set.of("40001", "40P01", "23505");

    private static final String LOCK = "UPDATE write_lock SET writes = writes + 1 WHERE id = 1";
    private static final String CHAIN_END = "SELECT seq FROM event_chain";
    private static final String EXPOSURE =
            "SELECT coalesce(sum(order_qty - cum_qty), 0) FROM orders"
                    + " WHERE may_be_at_broker = 1 AND symbol = ? AND side = 'BUY'";
    private static final String INSERT_ORDER =
            "INSERT INTO orders (order_id, client_order_id, idempotency_key, symbol, side,"
                    + " order_qty, order_type, time_in_force, trading_hours, order_class, status,"
                    + " may_be_at_broker, broker_status, cum_qty, cancel_wanted, text, created_at,"
                    + " updated_at, version)"
                    + " VALUES (?, ?, ?, ?, 'BUY', 1, 'MARKET', 'DAY', 'REGULAR', 'SIMPLE',"
                    + " 'PENDING_SUBMIT', 1, '', 0, 0, '', 1, 1, 1)";
    private static final String INSERT_EVENT =
            "INSERT INTO order_events (seq, order_id, version, at, status, broker_status, cum_qty,"
                    + " cancel_wanted, text, source, summary, request_id, payload, hash)"
                    + " VALUES (?, ?, 1, 1, 'PENDING_SUBMIT', '', 0, 0, '', 'LOCAL', 'benchmark', '',"
                    + " '', '')";
    private static final String MOVE_END = "UPDATE event_chain SET seq = ?";

    private final Connection connection;
    private final boolean locks;
    private final PreparedStatement lock;
    private final PreparedStatement chainEnd;
    private final PreparedStatement exposure;
    private final PreparedStatement insertOrder;
    private final PreparedStatement insertEvent;
    private final PreparedStatement moveEnd;

    /**
     * Prepares the statements.
     *
     * @param connection an open connection, closed by the unit
     * @param locks whether the row is locked; else the transactions are serializable
     */
    GatedUnit(Connection connection, boolean locks) throws SQLException {
        this.connection = connection;
        this.locks = locks;
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(
                locks
                        ? Connection.TRANSACTION_READ_COMMITTED
                        : Connection.TRANSACTION_SERIALIZABLE);
        lock = connection.prepareStatement(LOCK);
        chainEnd = connection.prepareStatement(CHAIN_END);
        exposure = connection.prepareStatement(EXPOSURE);
        insertOrder = connection.prepareStatement(INSERT_ORDER);
        insertEvent = connection.prepareStatement(INSERT_EVENT);
        moveEnd = connection.prepareStatement(MOVE_END);
    }

    /**
     * Stores a group of orders of one instrument, if they are within the limit; returns how many.
     *
     * @param limit the highest open quantity of the instrument
     */
    int store(String symbol, int limit, int first, int orders) throws SQLException {
        while (true) {
            try {
                int stored = attempt(symbol, limit, first, orders);
                connection.commit();
                return stored;
            } catch (SQLException failure) {
                connection.rollback();
                if (!REFUSED.contains(failure.getSQLState())) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private int attempt(String symbol, int limit, int first, int orders) throws SQLException {
        if (locks) {
            lock.executeUpdate();
        }
        long end = number(chainEnd);
        exposure.setString(1, symbol);
        int allowed = Math.min(orders, limit - Math.toIntExact(number(exposure)));
        if (allowed <= 0) {
            return 0;
        }
        for (int i = 0; i < allowed; i++) {
            add("%036d".formatted(first + i), symbol, end + i + 1);
        }
        executed(insertOrder);
        executed(insertEvent);
        moveEnd.setLong(1, end + allowed);
        moveEnd.executeUpdate();
        return allowed;
    }

    private void add(String id, String symbol, long seq) throws SQLException {
        for (int column = 1; column <= 3; column++) {
            insertOrder.setString(column, id);
        }
        insertOrder.setString(4, symbol);
        insertOrder.addBatch();
        insertEvent.setLong(1, seq);
        insertEvent.setString(2, id);
        insertEvent.addBatch();
    }

    /** The driver names the cause of a failed batch in its second exception. */
    private static void executed(PreparedStatement batch) throws SQLException {
        try {
            batch.executeBatch();
        } catch (BatchUpdateException failure) {
            SQLException cause = failure.getNextException();
            throw cause == null ? failure : cause;
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
