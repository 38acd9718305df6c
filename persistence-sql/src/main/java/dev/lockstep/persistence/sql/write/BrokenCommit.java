package dev.lockstep.persistence.sql.write;

import java.sql.SQLException;

/** Thrown when the disk fails during a commit; the transaction may still be stored. */
final class BrokenCommit extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CommitMark mark;
    private final transient SQLException failure;

    BrokenCommit(CommitMark mark, SQLException failure) {
        super(failure);
        this.mark = mark;
        this.failure = failure;
    }

    CommitMark mark() {
        return mark;
    }

    SQLException failure() {
        return failure;
    }
}
