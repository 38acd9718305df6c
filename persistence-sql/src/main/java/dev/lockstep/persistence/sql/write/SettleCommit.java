package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Commit;
import dev.lockstep.persistence.sql.lock.Deadline;
import dev.lockstep.persistence.sql.lock.LockRetry;
import dev.lockstep.persistence.sql.rows.MetaTable;
import dev.lockstep.persistence.sql.write.CommitMark.Trace;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Determines whether a transaction is stored after the disk or the connection failed during its
 * commit.
 *
 * <p>Looks up the transaction's mark on a new connection and then commits a transaction of its own.
 * Only that commit makes the answer final: SQLite may have written the whole transaction to the WAL
 * without a commit record, and a later recovery could find it; the next commit overwrites it. A
 * server may not have replicated the transaction yet; it has once it has replicated the next one.
 * The write lock makes the answer true: while a server still works on the lost commit, it is held.
 */
final class SettleCommit {
    private static final Logger LOG = LoggerFactory.getLogger(SettleCommit.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long MAX_PAUSE_MILLIS = 1_000;

    private final WriterSession session;
    private final LockRetry retry;
    private final Commit commit;
    private final Supplier<Deadline> deadlines;
    private volatile boolean running;

    /**
     * Creates the search.
     *
     * @param deadlines supplies what ends the attempts to connect again
     */
    SettleCommit(
            WriterSession session, LockRetry retry, Commit commit, Supplier<Deadline> deadlines) {
        this.session = session;
        this.retry = retry;
        this.commit = commit;
        this.deadlines = deadlines;
    }

    /**
     * Returns if the transaction is stored.
     *
     * @throws RepositoryException with the disk's failure if nothing is stored, and with {@link
     *     Reason#COMMIT_UNKNOWN} if the outcome cannot be determined
     */
    void settle(BrokenCommit broken) {
        LOG.warn(
                "a commit failed; reading back whether it is stored: {}",
                broken.failure().getMessage());
        session.close();
        Trace trace;
        running = true;
        try {
            trace = found(broken.mark());
        } catch (SQLException | RepositoryException again) {
            again.addSuppressed(broken.failure());
            throw unknown(again);
        } finally {
            running = false;
        }
        switch (trace) {
            case STORED -> LOG.warn("the failed commit is stored");
            case ABSENT -> throw session.failures().named("the commit failed", broken.failure());
            case OVERWRITTEN -> throw unknown(broken.failure());
        }
    }

    /** Returns whether it searches now. */
    boolean running() {
        return running;
    }

    /** Looks the mark up; connects again while the server is away. */
    private Trace found(CommitMark mark) throws SQLException {
        Deadline deadline = deadlines.get();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                return retry.call(() -> settled(mark));
            } catch (SQLException | RepositoryException failure) {
                if (deadline.passed() || !session.failures().connectionLost(failure)) {
                    throw failure;
                }
                LOG.debug("the server is away: {}", failure.getMessage());
            }
            pause(pause);
            pause = Math.min(2 * pause, MAX_PAUSE_MILLIS);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RepositoryException(
                    Reason.INTERRUPTED, "interrupted while the server was away", interrupted);
        }
    }

    private Trace settled(CommitMark mark) throws SQLException {
        Session open = session.begin();
        boolean committed = false;
        try {
            Trace trace = mark.trace(open);
            new MetaTable(open).countTrialWrite();
            commit.of(open);
            committed = true;
            return trace;
        } finally {
            if (!committed) {
                session.rollback();
            }
        }
    }

    private static RepositoryException unknown(Exception cause) {
        return new RepositoryException(
                Reason.COMMIT_UNKNOWN,
                "the database failed during the commit, and it is unknown whether the write is"
                        + " stored: check its disk or server, then look up the order before you"
                        + " send it again ("
                        + cause.getMessage()
                        + ")",
                cause);
    }
}
