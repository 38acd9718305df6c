package dev.lockstep.persistence.sql.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Changes of a transaction that wait to be sent together, those of one kind as one statement. Not
 * thread-safe.
 */
final class PendingRows {
    private final Map<RowChange, RowArrays> pending = new LinkedHashMap<>();
    private boolean failed;

    /**
     * Adds a row. A second change of the same row, and one beyond the limit, sends the former ones.
     *
     * @param ifNone makes the exception for when the row is not changed
     * @param statements prepares the statement of several rows
     */
    void add(
            RowChange change,
            Session.Values values,
            Supplier<RepositoryException> ifNone,
            Statements statements)
            throws SQLException {
        RowArrays rows = pending.computeIfAbsent(change, RowArrays::new);
        RowArrays.Row row = rows.bound(values);
        if (rows.full() || rows.has(row)) {
            send(change, rows, statements);
            rows = new RowArrays(change);
            pending.put(change, rows);
        }
        rows.add(row, ifNone);
    }

    /** Sends the rows, those of one kind together, in the order of their first use. */
    void send(Statements statements) throws SQLException {
        for (Map.Entry<RowChange, RowArrays> entry : pending.entrySet()) {
            send(entry.getKey(), entry.getValue(), statements);
        }
        pending.clear();
    }

    /** Returns whether a statement has failed since the last {@link #drop}. */
    boolean failed() {
        return failed;
    }

    /** Drops what is not sent. */
    void drop() {
        pending.clear();
        failed = false;
    }

    private void send(RowChange change, RowArrays rows, Statements statements) throws SQLException {
        failed = true;
        rows.send(statements.ofSeveral(change));
        failed = false;
    }

    /** Prepares statements. */
    @FunctionalInterface
    interface Statements {
        /** Returns the statement whose parameters are arrays, one for each column and key. */
        PreparedStatement ofSeveral(RowChange change) throws SQLException;
    }
}
