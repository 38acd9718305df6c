package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Commit;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.lock.LockRetry;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commits one group: takes the write lock, then takes the queued units, runs and commits them. */
final class GroupCommit {
    private final WriterSession session;
    private final WriteQueue queue;
    private final LockRetry retry;
    private final Commit commit;
    private final WriterMarks marks;
    private final SettleCommit settling;
    private final StoreFaults faults;
    private @Nullable WriteBatch group;

    /**
     * Creates a group commit.
     *
     * @param marks supplies the marks of transactions
     * @param settling finds out whether a broken commit is stored
     * @param faults releases the reserve if the disk is full
     */
    GroupCommit(
            WriterSession session,
            WriteQueue queue,
            LockRetry retry,
            Commit commit,
            WriterMarks marks,
            SettleCommit settling,
            StoreFaults faults) {
        this.session = session;
        this.queue = queue;
        this.retry = retry;
        this.commit = commit;
        this.marks = marks;
        this.settling = settling;
        this.faults = faults;
    }

    /**
     * Commits the queued units and reports the outcome to every caller; returns the stored group.
     */
    WriteBatch commit() {
        try {
            switch (retry.call(this::attempt)) {
                case Attempt.Stored _ -> {
                    return stored();
                }
                case Attempt.Uncertain(BrokenCommit failed) -> {
                    settling.settle(failed);
                    return stored();
                }
                case Attempt.Undone(WriteBatch.Broken broken) -> {
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
        return WriteBatch.EMPTY;
    }

    /** On a full disk, retries all units except new orders in the released reserve. */
    private boolean madeRoom(Throwable failure) {
        Throwable named =
                failure instanceof SQLException unnamed
                        ? session.failures().named("the write failed", unnamed)
                        : failure;
        if (!(named instanceof RepositoryException full)
                || full.reason() != Reason.DISK_FULL
                || !faults.makeRoom(full)) {
            return false;
        }
        commitEachAlone(taken().withoutNewOrders(full));
        return true;
    }

    private WriteBatch stored() {
        WriteBatch stored = taken();
        stored.stored();
        return stored;
    }

    private Attempt attempt() throws SQLException {
        Session open = session.begin();
        boolean committed = false;
        try {
            taken().run(open);
            commit(open, CommitMark.left(open, marks));
            committed = true;
            return new Attempt.Stored();
        } catch (WriteBatch.Broken broken) {
            return new Attempt.Undone(broken);
        } catch (BrokenCommit failed) {
            return new Attempt.Uncertain(failed);
        } finally {
            if (!committed) {
                session.rollback();
            }
        }
    }

    /**
     * Commits. After an I/O error the transaction may be stored; after a lock or full disk it is
     * not.
     */
    private void commit(Session open, CommitMark mark) throws SQLException, BrokenCommit {
        try {
            commit.of(open);
        } catch (SQLException failure) {
            if (session.failures().mayBeStored(failure)) {
                throw new BrokenCommit(mark, failure);
            }
            throw failure;
        }
    }

    /** Returns the group, which stays the same for all attempts. */
    private WriteBatch taken() {
        if (group == null) {
            group = new WriteBatch(queue.take());
        }
        return group;
    }

    private void commitEachAlone(List<PendingWrite<?>> others) {
        for (PendingWrite<?> other : others) {
            GroupCommit alone =
                    new GroupCommit(session, queue, retry, commit, marks, settling, faults);
            alone.group = new WriteBatch(List.of(other));
            alone.commit();
        }
    }

    /**
     * Fails the group. If another connection holds the lock, queued units keep waiting until their
     * own deadlines. Any other failure is reported here too, because all callers may have given up.
     */
    private void fail(Throwable failure) {
        if (group == null && session.failures().busy(failure)) {
            return;
        }
        Throwable named =
                failure instanceof SQLException unnamed
                        ? session.failures().named("the write failed", unnamed)
                        : failure;
        if (named instanceof RepositoryException fault) {
            faults.report(fault);
        }
        taken().failed(named);
    }

    /** The outcome of one transaction. */
    private sealed interface Attempt {
        /** The transaction is stored. */
        record Stored() implements Attempt {}

        /** Nothing is stored, because one unit failed. */
        record Undone(WriteBatch.Broken broken) implements Attempt {}

        /** The transaction may be stored. */
        record Uncertain(BrokenCommit failed) implements Attempt {}
    }
}
