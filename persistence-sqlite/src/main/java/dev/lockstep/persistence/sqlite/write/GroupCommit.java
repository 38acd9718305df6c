package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.persistence.sqlite.connection.Failures;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.lock.LockRetry;
import dev.lockstep.persistence.sqlite.rows.EventTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings one group into the database: takes the lock, then what waits, writes it and commits. */
final class GroupCommit {
    private final WriterSession session;
    private final WriteQueue queue;
    private final LockRetry retry;
    private @Nullable Group group;

    /** Commits what waits once the lock is held. */
    GroupCommit(WriterSession session, WriteQueue queue, LockRetry retry) {
        this.session = session;
        this.queue = queue;
        this.retry = retry;
    }

    /** Does it, and tells every caller what became of his unit; gives the group that is stored. */
    Group commit() {
        try {
            Optional<Group.Broken> broken = retry.call(this::attempt);
            if (broken.isEmpty()) {
                Group stored = taken();
                stored.stored();
                return stored;
            }
            commitEachAlone(taken().others(broken.get()));
        } catch (SQLException | RuntimeException | Error failure) {
            fail(failure);
        }
        return Group.EMPTY;
    }

    private Optional<Group.Broken> attempt() throws SQLException {
        Session open = session.begin();
        boolean committed = false;
        try {
            taken().run(open);
            new EventTable(open).keepHead();
            open.commit();
            committed = true;
            return Optional.empty();
        } catch (Group.Broken broken) {
            return Optional.of(broken);
        } finally {
            if (!committed) {
                session.rollback();
            }
        }
    }

    /** A group stays the same however often it is tried. */
    private Group taken() {
        if (group == null) {
            group = new Group(queue.take());
        }
        return group;
    }

    private void commitEachAlone(List<PendingWrite<?>> others) {
        for (PendingWrite<?> other : others) {
            GroupCommit alone = new GroupCommit(session, queue, retry);
            alone.group = new Group(List.of(other));
            alone.commit();
        }
    }

    /**
     * Behind somebody else's lock, those who wait go on waiting, each until his own deadline; any
     * other failure is theirs.
     */
    private void fail(Throwable failure) {
        if (group == null && Failures.busy(failure)) {
            return;
        }
        taken().failed(
                        failure instanceof SQLException unnamed
                                ? Failures.named("the write failed", unnamed)
                                : failure);
    }
}
