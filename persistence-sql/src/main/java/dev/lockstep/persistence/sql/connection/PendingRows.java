package dev.lockstep.persistence.sql.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Statements of a transaction that change one row each and wait to be sent together. Not
 * thread-safe.
 */
final class PendingRows {
    private final Map<PreparedStatement, List<Supplier<RepositoryException>>> pending =
            new LinkedHashMap<>();
    private boolean failed;

    /**
     * Adds a statement.
     *
     * @param bound the statement with its values
     * @param ifNone makes the exception for when no row is changed
     */
    void add(PreparedStatement bound, Supplier<RepositoryException> ifNone) throws SQLException {
        bound.addBatch();
        pending.computeIfAbsent(bound, _ -> new ArrayList<>()).add(ifNone);
    }

    /** Sends the statements, those with the same SQL together, in the order of their first use. */
    void send() throws SQLException {
        if (pending.isEmpty()) {
            return;
        }
        failed = true;
        for (Map.Entry<PreparedStatement, List<Supplier<RepositoryException>>> entry :
                pending.entrySet()) {
            requireChanged(sent(entry.getKey()), entry.getValue());
        }
        pending.clear();
        failed = false;
    }

    /** Returns whether statements have failed since the last {@link #drop}. */
    boolean failed() {
        return failed;
    }

    /** Drops what is not sent. */
    void drop() throws SQLException {
        List<PreparedStatement> dropped = List.copyOf(pending.keySet());
        pending.clear();
        failed = false;
        for (PreparedStatement statement : dropped) {
            statement.clearBatch();
        }
    }

    /** The driver's exception for a batch repeats the statement with its values. */
    private static int[] sent(PreparedStatement statement) throws SQLException {
        try {
            return statement.executeBatch();
        } catch (BatchUpdateException failure) {
            SQLException cause = failure.getNextException();
            throw cause == null ? failure : cause;
        }
    }

    private static void requireChanged(int[] rows, List<Supplier<RepositoryException>> ifNone) {
        for (int i = 0; i < rows.length; i++) {
            // A driver may not know the number of each.
            if (rows[i] == 0) {
                throw ifNone.get(i).get();
            }
        }
    }
}
