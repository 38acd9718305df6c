package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.persistence.sqlite.connection.Failures;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.rows.OrderTable;
import java.sql.SQLException;
import java.util.List;

/**
 * Units that are committed together.
 *
 * <p>A unit that fails takes the transaction with it, but not the others: they are given back by
 * {@link #others}, to be written each for itself. Failures are rare, and so the usual case pays for
 * no savepoints.
 */
final class Group {
    static final Group EMPTY = new Group(List.of());

    private final List<PendingWrite<?>> writes;

    Group(List<PendingWrite<?>> writes) {
        this.writes = writes;
    }

    int writes() {
        return writes.size();
    }

    int orders() {
        return writes.stream().mapToInt(PendingWrite::orders).sum();
    }

    /** Runs every unit, inside a transaction that the caller ends. */
    void run(Session session) throws SQLException, Broken {
        readAhead(session);
        for (PendingWrite<?> write : writes) {
            try {
                write.run(session);
            } catch (SQLException failure) {
                if (Failures.busy(failure)) {
                    throw failure;
                }
                throw new Broken(write, Failures.named("the write failed", failure));
            } catch (RuntimeException | StackOverflowError failure) {
                throw new Broken(write, failure);
            }
        }
    }

    /** One statement reads many orders; whatever fails here fails again for the one it concerns. */
    private void readAhead(Session session) throws SQLException {
        try {
            new OrderTable(session)
                    .readAhead(writes.stream().flatMap(write -> write.needs().stream()).toList());
        } catch (SQLException failure) {
            if (Failures.busy(failure)) {
                throw failure;
            }
            session.forgetStatements();
        } catch (RepositoryException damage) {
            session.forgetStatements();
        }
    }

    /** Tells every caller that it is durable. */
    void stored() {
        writes.forEach(PendingWrite::stored);
    }

    /** Tells every caller that nothing is stored. */
    void failed(Throwable failure) {
        writes.forEach(write -> write.failed(failure));
    }

    /** Tells those that are new orders that nothing is stored, and gives back the others. */
    List<PendingWrite<?>> withoutNewOrders(Throwable failure) {
        writes.stream().filter(PendingWrite::opensOrder).forEach(write -> write.failed(failure));
        return writes.stream().filter(write -> !write.opensOrder()).toList();
    }

    /** Tells the one whose unit failed, and gives back the others. */
    List<PendingWrite<?>> others(Broken broken) {
        broken.write.failed(broken.failure);
        return writes.stream().filter(write -> write != broken.write).toList();
    }

    /** One unit failed by itself. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient PendingWrite<?> write;
        private final transient Throwable failure;

        Broken(PendingWrite<?> write, Throwable failure) {
            super(failure);
            this.write = write;
            this.failure = failure;
        }

        Throwable failure() {
            return failure;
        }
    }
}
