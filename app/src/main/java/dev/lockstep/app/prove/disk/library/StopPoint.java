package dev.lockstep.app.prove.disk.library;

import java.util.Locale;

/** A point at which a process is stopped, with its number in {@code enum point} of the library. */
public enum StopPoint {
    /** Before a write to the WAL. */
    WAL_WRITE(1, 40),
    /** Before a sync of the WAL: the commit is written and not durable. */
    WAL_SYNC(2, 6),
    /** After a sync of the WAL: the commit is durable, and its caller does not know it. */
    WAL_SYNCED(3, 6),
    /** Before a write to the database file, which is a part of a checkpoint or of a migration. */
    DATABASE_WRITE(4, 20),
    /** Before a sync of the database file. */
    DATABASE_SYNC(5, 2),
    /** Before a write to another file of the folder, such as a backup. */
    OTHER_WRITE(6, 30),
    /** Before an order is sent: its intent is durable. */
    BEFORE_SUBMIT(7, 1),
    /** After an order was sent, before the answer is read. */
    AFTER_SUBMIT(8, 1),
    /** Before the first write to the WAL after an order was sent. */
    BEFORE_ANSWER_STORED(9, 1),
    /** Before a cancel is sent. */
    BEFORE_CANCEL(10, 1);

    private final int code;
    private final int times;

    StopPoint(int code, int times) {
        this.code = code;
        this.times = times;
    }

    int code() {
        return code;
    }

    /** Returns how often a process may pass it, at most, before it is stopped there. */
    public int times() {
        return times;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
