package dev.lockstep.app.prove.kill;

import dev.lockstep.app.prove.disk.library.StopPoint;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A process that is killed. */
enum KillTarget {
    /** {@code run}, which serves the REST API and runs the trading loop, while clients use it. */
    RUN(6),
    /** {@code order submit}. */
    SUBMIT(8),
    /** {@code order submit} with the key and terms of the last one. */
    SUBMIT_AGAIN(3),
    /** {@code order cancel} of the last order. */
    CANCEL(3),
    /** {@code cancel-all}. */
    CANCEL_ALL(1),
    /** {@code close} of a position. */
    CLOSE(2),
    /** {@code halt}. */
    HALT(2),
    /** {@code sync}. */
    SYNC(2),
    /** {@code backup}. */
    BACKUP(3),
    /** {@code audit verify}. */
    AUDIT(1),
    /** {@code export}. */
    EXPORT(1),
    /** A process that creates a new database: all migrations, and the first writes. */
    CREATE(3),
    /** The exchange, while an order is submitted. */
    EXCHANGE(1);

    private final int weight;

    KillTarget(int weight) {
        this.weight = weight;
    }

    /** Returns how often it is chosen, compared with the others. */
    int weight() {
        return weight;
    }

    /** Returns the points that it can come to. */
    Set<StopPoint> points() {
        Set<StopPoint> writes =
                EnumSet.of(StopPoint.WAL_WRITE, StopPoint.WAL_SYNC, StopPoint.WAL_SYNCED);
        switch (this) {
            case RUN -> {
                return EnumSet.of(
                        StopPoint.WAL_WRITE,
                        StopPoint.WAL_SYNC,
                        StopPoint.WAL_SYNCED,
                        StopPoint.DATABASE_WRITE,
                        StopPoint.DATABASE_SYNC,
                        StopPoint.BEFORE_SUBMIT,
                        StopPoint.AFTER_SUBMIT,
                        StopPoint.BEFORE_ANSWER_STORED,
                        StopPoint.BEFORE_CANCEL);
            }
            case SUBMIT, SUBMIT_AGAIN, CLOSE -> {
                writes.add(StopPoint.BEFORE_SUBMIT);
                writes.add(StopPoint.AFTER_SUBMIT);
                writes.add(StopPoint.BEFORE_ANSWER_STORED);
            }
            case CANCEL, CANCEL_ALL -> writes.add(StopPoint.BEFORE_CANCEL);
            case HALT, SYNC -> {
                // They only write.
            }
            case BACKUP, EXPORT -> {
                // A backup reads the database, and writes another file.
                return EnumSet.of(StopPoint.OTHER_WRITE);
            }
            case CREATE -> {
                writes.add(StopPoint.DATABASE_WRITE);
                writes.add(StopPoint.DATABASE_SYNC);
            }
            case AUDIT, EXCHANGE -> {
                return EnumSet.noneOf(StopPoint.class);
            }
        }
        return writes;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
