package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.connection.Failures;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.fault.Commit;
import dev.lockstep.persistence.sqlite.lock.LockRetry;
import dev.lockstep.persistence.sqlite.rows.MetaTable;
import dev.lockstep.persistence.sqlite.write.CommitMark.Trace;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a transaction is stored whose commit the disk failed in.
 *
 * <p>It looks for the transaction's mark on a new connection and then commits something of its own.
 * Only that settles it: SQLite may have written all of the transaction into the journal without
 * counting it, and a later recovery would find it there; the next commit takes its place.
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
     * Returns where the transaction is stored.
     *
     * @throws RepositoryException with the disk's failure where nothing of it is stored, and with
     *     {@link Reason#COMMIT_UNKNOWN} where that cannot be found out
     */
    void settle(BrokenCommit broken) {
        LOG.warn("a commit failed, reading back what it left: {}", broken.failure().getMessage());
        session.close();
        Trace trace;
        try {
            trace = retry.call(() -> settled(broken.mark()));
        } catch (SQLException | RepositoryException again) {
            again.addSuppressed(broken.failure());
            throw unknown(again);
        }
        switch (trace) {
            case STORED -> LOG.warn("the commit that failed is stored");
            case ABSENT -> throw Failures.named("the commit failed", broken.failure());
            case OVERWRITTEN -> throw unknown(broken.failure());
        }
    }

    private Trace settled(CommitMark mark) throws SQLException {
        Session open = session.begin();
        boolean committed = false;
        try {
            Trace trace = mark.trace(open);
            new MetaTable(open).rewrite();
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
                "the disk failed while this was committed, and whether it is stored is not known:"
                        + " check the disk, then look the order up before you send it again ("
                        + cause.getMessage()
                        + ")",
                cause);
    }
}
