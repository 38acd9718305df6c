package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.connection.Failures;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.fault.Commit;
import dev.lockstep.persistence.sqlite.fault.Faults;
import dev.lockstep.persistence.sqlite.lock.LockRetry;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings one group into the database: takes the lock, then what waits, writes it and commits. */
final class GroupCommit {
    private final WriterSession session;
    private final WriteQueue queue;
    private final LockRetry retry;
    private final Commit commit;
    private final Supplier<String> marks;
    private final Faults faults;
    private @Nullable Group group;

    /**
     * Commits what waits once the lock is held.
     *
     * @param marks gives each transaction a value that no other has
     * @param faults makes room where the disk is full
     */
    GroupCommit(
            WriterSession session,
            WriteQueue queue,
            LockRetry retry,
            Commit commit,
            Supplier<String> marks,
            Faults faults) {
        this.session = session;
        this.queue = queue;
        this.retry = retry;
        this.commit = commit;
        this.marks = marks;
        this.faults = faults;
    }

    /** Does it, and tells every caller what became of his unit; gives the group that is stored. */
    Group commit() {
        try {
            switch (retry.call(this::attempt)) {
                case Attempt.Stored _ -> {
                    return stored();
                }
                case Attempt.Uncertain(BrokenCommit failed) -> {
                    new SettleCommit(session, retry, commit).settle(failed);
                    return stored();
                }
                case Attempt.Undone(Group.Broken broken) -> {
                    if (!madeRoom(broken.failure())) {
                        commitEachAlone(taken().others(broken));
                    }
                }
            }
        } catch (SQLException | RuntimeException | Error failure) {
            if (!madeRoom(failure)) {
                fail(failure);
            }
        }
        return Group.EMPTY;
    }

    /** On a full disk all but new orders are tried once more, in the room that was reserved. */
    private boolean madeRoom(Throwable failure) {
        Throwable named =
                failure instanceof SQLException unnamed
                        ? Failures.named("the write failed", unnamed)
                        : failure;
        if (!(named instanceof RepositoryException full)
                || full.reason() != Reason.DISK_FULL
                || !faults.makeRoom(full)) {
            return false;
        }
        commitEachAlone(taken().withoutNewOrders(full));
        return true;
    }

    private Group stored() {
        Group stored = taken();
        stored.stored();
        return stored;
    }

    private Attempt attempt() throws SQLException {
        Session open = session.begin();
        boolean committed = false;
        try {
            taken().run(open);
            commit(open, CommitMark.left(open, marks.get()));
            committed = true;
            return new Attempt.Stored();
        } catch (Group.Broken broken) {
            return new Attempt.Undone(broken);
        } catch (BrokenCommit failed) {
            return new Attempt.Uncertain(failed);
        } finally {
            if (!committed) {
                session.rollback();
            }
        }
    }

    /** A disk that fails here may have stored it; a lock, or a disk that is full, has not. */
    private void commit(Session open, CommitMark mark) throws SQLException, BrokenCommit {
        try {
            commit.of(open);
        } catch (SQLException failure) {
            if (Failures.mayBeStored(failure)) {
                throw new BrokenCommit(mark, failure);
            }
            throw failure;
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
            GroupCommit alone = new GroupCommit(session, queue, retry, commit, marks, faults);
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

    /** What became of one transaction. */
    private sealed interface Attempt {
        /** It is stored. */
        record Stored() implements Attempt {}

        /** Nothing of it is stored, because of one unit. */
        record Undone(Group.Broken broken) implements Attempt {}

        /** It may be stored. */
        record Uncertain(BrokenCommit failed) implements Attempt {}
    }
}
