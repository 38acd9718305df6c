package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Commit;
import dev.lockstep.persistence.sql.lock.LockRetry;
import dev.lockstep.persistence.sql.rows.MetaTable;
import dev.lockstep.persistence.sql.write.CommitMark.Trace;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Determines whether a transaction is stored after the disk failed during its commit.
 *
 * <p>Looks up the transaction's mark on a new connection and then commits a transaction of its own.
 * Only that commit makes the answer final: SQLite may have written the whole transaction to the WAL
 * without a commit record, and a later recovery could find it; the next commit overwrites it.
 */
final class SettleCommit {
    private static final Logger LOG = LoggerFactory.getLogger(SettleCommit.class);

    private final WriterSession session;
    private final LockRetry retry;
    private final Commit commit;

    SettleCommit(WriterSession session, LockRetry retry, Commit commit) {
        this.session = session;
        this.retry = retry;
        this.commit = commit;
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
        try {
            trace = retry.call(() -> settled(broken.mark()));
        } catch (SQLException | RepositoryException again) {
            again.addSuppressed(broken.failure());
            throw unknown(again);
        }
        switch (trace) {
            case STORED -> LOG.warn("the failed commit is stored");
            case ABSENT -> throw session.failures().named("the commit failed", broken.failure());
            case OVERWRITTEN -> throw unknown(broken.failure());
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
                "the disk failed during the commit, and it is unknown whether the write is stored:"
                        + " check the disk, then look up the order before you send it again ("
                        + cause.getMessage()
                        + ")",
                cause);
    }
}
