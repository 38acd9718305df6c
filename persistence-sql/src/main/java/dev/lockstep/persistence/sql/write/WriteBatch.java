package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.OrderTable;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Write units committed together.
 *
 * <p>A failing unit rolls back the transaction but must not fail the others: {@link #others}
 * returns them, to be committed separately. Failures are rare, so savepoints are not used.
 */
final class WriteBatch {
    static final WriteBatch EMPTY = new WriteBatch(List.of());

    private final List<PendingWrite<?>> writes;

    WriteBatch(List<PendingWrite<?>> writes) {
        this.writes = writes;
    }

    int writes() {
        return writes.size();
    }

    int orders() {
        return writes.stream().mapToInt(PendingWrite::orders).sum();
    }

    /**
     * Runs all units within the caller's transaction.
     *
     * @throws SQLException if no unit can be blamed: a lock was not available or the connection was
     *     lost
     */
    void run(Session session) throws SQLException, Broken {
        readAhead(session);
        for (PendingWrite<?> write : writes) {
            try {
                write.run(session);
            } catch (SQLException failure) {
                throw broken(session, write, failure);
            } catch (RuntimeException | StackOverflowError failure) {
                throw broken(session, write, failure);
            }
        }
        sendPending(session);
    }

    /** Sends what the units have left to be sent together. */
    private void sendPending(Session session) throws SQLException, Broken {
        try {
            session.sendPending();
        } catch (SQLException failure) {
            throw broken(session, null, failure);
        } catch (RuntimeException failure) {
            throw broken(session, null, failure);
        }
    }

    private Broken broken(Session session, @Nullable PendingWrite<?> running, SQLException failure)
            throws SQLException {
        if (ofAll(session, failure)) {
            throw failure;
        }
        return broken(session, running, session.failures().named("the write failed", failure));
    }

    /** Blames the running unit, unless what failed was sent together and may be any unit's. */
    private Broken broken(Session session, @Nullable PendingWrite<?> running, Throwable failure) {
        if (writes.size() == 1) {
            return new Broken(writes.getFirst(), failure);
        }
        return new Broken(session.pendingFailed() ? null : running, failure);
    }

    /**
     * Reads many orders per statement. A failure is ignored, because it recurs for the affected
     * unit.
     */
    private void readAhead(Session session) throws SQLException {
        try {
            new OrderTable(session)
                    .readAhead(writes.stream().flatMap(write -> write.needs().stream()).toList());
        } catch (SQLException failure) {
            if (ofAll(session, failure)) {
                throw failure;
            }
            session.forgetStatements();
        } catch (RepositoryException damage) {
            session.forgetStatements();
        }
    }

    private static boolean ofAll(Session session, SQLException failure) {
        return session.failures().busy(failure) || session.failures().connectionLost(failure);
    }

    /** Reports success to every caller. */
    void stored() {
        writes.forEach(PendingWrite::stored);
    }

    /** Reports failure to every caller: nothing is stored. */
    void failed(Throwable failure) {
        writes.forEach(write -> write.failed(failure));
    }

    /** Reports failure to the callers of new orders, and returns the other units. */
    List<PendingWrite<?>> withoutNewOrders(Throwable failure) {
        writes.stream().filter(PendingWrite::opensOrder).forEach(write -> write.failed(failure));
        return writes.stream().filter(write -> !write.opensOrder()).toList();
    }

    /**
     * Reports failure to the caller of the failed unit, and returns the others; returns all if it
     * is not known which one failed, which shows when each is committed alone.
     */
    List<PendingWrite<?>> others(Broken broken) {
        if (broken.write == null) {
            return writes;
        }
        broken.write.failed(broken.failure);
        return writes.stream().filter(write -> write != broken.write).toList();
    }

    /** Thrown when a unit fails; without the unit if it is not known which one. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable PendingWrite<?> write;
        private final transient Throwable failure;

        Broken(@Nullable PendingWrite<?> write, Throwable failure) {
            super(failure);
            this.write = write;
            this.failure = failure;
        }

        Throwable failure() {
            return failure;
        }
    }
}
