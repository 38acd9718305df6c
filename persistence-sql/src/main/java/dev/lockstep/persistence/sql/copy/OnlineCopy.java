package dev.lockstep.persistence.sql.copy;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.lock.LockCounters;
import dev.lockstep.persistence.sql.lock.LockRetry;
import dev.lockstep.persistence.sql.rows.LeaseTable;
import dev.lockstep.persistence.sql.rows.MetaTable;
import dev.lockstep.persistence.sql.rows.chain.EventTable;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Copies a store into another one while it is in use, in rounds: each copies, from one snapshot and
 * in one transaction, what the copy lacks. Until {@link #finish}, the copy is marked as unfinished,
 * and a later run continues it.
 */
public final class OnlineCopy {
    private static final Duration LOCK_DEADLINE = Duration.ofSeconds(30);

    private final OrderStore source;
    private final OrderStore target;
    private final String name;

    /**
     * Creates a copy.
     *
     * @param name the name of the source, for the mark
     */
    public OnlineCopy(OrderStore source, OrderStore target, String name) {
        this.source = source;
        this.target = target;
        this.name = name;
    }

    /**
     * Copies what the target lacks, or all if it is empty. Writers of the source are not blocked:
     * what they store meanwhile is not in the copy.
     *
     * @throws RepositoryException with reason {@link Reason#MISUSE} if the target has anything that
     *     the source has not
     */
    public CopiedStore copy() {
        try (Session from = source.connections().openReader()) {
            from.beginReading();
            try {
                return written(from);
            } finally {
                from.rollback();
            }
        } catch (SQLException failure) {
            throw source.connections().failures().named("copying the orders", failure);
        }
    }

    /**
     * Copies what the target lacks while no process can write to the source.
     *
     * @param nanoTime the monotonic clock, for the wait for the source's write lock
     */
    public CopiedStore copyLocked(LongSupplier nanoTime) {
        LockRetry retry =
                new LockRetry(
                        LOCK_DEADLINE,
                        source.connections().failures(),
                        new LockCounters(StoreMetrics.NONE),
                        nanoTime);
        try (Session from = source.connections().openWriter()) {
            retry.call(() -> {
                from.beginWriting();
                return true;
            });
            try {
                return written(from);
            } finally {
                from.rollback();
            }
        } catch (SQLException failure) {
            throw source.connections().failures().named("copying the last orders", failure);
        }
    }

    /** Returns how many events and records the copy lacks. */
    public long missing(CopiedStore copied) {
        try (Session from = source.connections().openReader()) {
            return events(from).seq()
                    - copied.events().seq()
                    + records(from).seq()
                    - copied.records().seq();
        } catch (SQLException failure) {
            throw source.connections().failures().named("comparing the copy", failure);
        }
    }

    /**
     * Marks a copy as complete. Its lease is released: no process has it there, and the first one
     * would wait until it expires.
     */
    public static void finish(OrderStore copy) {
        try (Session session = copy.connections().openWriter()) {
            session.beginWriting();
            boolean committed = false;
            try {
                new MetaTable(session).unfinishedCopyOf("");
                releaseLease(session);
                session.commit();
                committed = true;
            } finally {
                if (!committed) {
                    session.rollback();
                }
            }
        } catch (SQLException failure) {
            throw copy.connections().failures().named("finishing the copy", failure);
        }
    }

    private static void releaseLease(Session session) throws SQLException {
        LeaseTable table = new LeaseTable(session);
        Optional<Lease> copied = table.read();
        if (copied.isPresent()) {
            table.write(copied.get().release());
        }
    }

    private CopiedStore written(Session from) throws SQLException {
        try (Session to = target.connections().openWriter()) {
            to.beginWriting();
            boolean committed = false;
            try {
                long rows = rows(from, to);
                new MetaTable(to).unfinishedCopyOf(name);
                to.commit();
                committed = true;
                return new CopiedStore(rows, events(from), records(from));
            } finally {
                if (!committed) {
                    to.rollback();
                }
            }
        } catch (SQLException failure) {
            throw target.connections().failures().named("writing the copy", failure);
        }
    }

    private long rows(Session from, Session to) throws SQLException {
        ChainHead events = events(to);
        ChainHead records = records(to);
        boolean marked = new MetaTable(to).unfinishedCopyOf().isPresent();
        boolean empty = events.equals(ChainHead.START) && records.equals(ChainHead.START);
        // A run that is killed at its end leaves a copy without the mark, which was not used yet.
        if ((marked || !empty) && beginsWith(from, events, records)) {
            return new CatchUp(from, to).copy(events, records);
        }
        if (marked) {
            throw new RepositoryException(
                    Reason.MISUSE,
                    "the target is an unfinished copy of another store: name an empty one");
        }
        if (!empty && source.tag().equals(target.tag())) {
            throw new RepositoryException(
                    Reason.MISUSE,
                    "the target is a complete copy of this store already, and has been used since:"
                            + " continue with it, or name an empty one");
        }
        StoreCopy.requireEmpty(to);
        return new TableCopy(from, to).copy();
    }

    private static boolean beginsWith(Session from, ChainHead events, ChainHead records)
            throws SQLException {
        return (events.equals(ChainHead.START) || new EventTable(from).holds(events))
                && (records.equals(ChainHead.START) || new RecordTable(from).holds(records));
    }

    private static ChainHead events(Session session) throws SQLException {
        return new EventTable(session).head();
    }

    private static ChainHead records(Session session) throws SQLException {
        return new RecordTable(session).head();
    }
}
