package dev.lockstep.persistence.sqlite.write;

import java.sql.SQLException;

/** The disk failed in the middle of a commit: what was to be stored may be found all the same. */
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
