package dev.lockstep.domain.usecase.feed;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * When the next read of a feed is due. On average, hints cause no more reads than the interval
 * does: a read in advance is taken from those that were saved while nothing happened.
 *
 * <p>The interval becomes longer while hints announce what the reads find, and is the given one
 * again as soon as a read finds something that no hint has announced.
 */
final class ReadPace {
    /** The interval while hints announce what is found. */
    static final Duration HINTED_INTERVAL = Duration.ofMillis(500);

    /** The shortest time between two reads. */
    static final Duration MIN_GAP = Duration.ofMillis(10);

    /** The maximum number of reads in advance. */
    static final int MAX_SAVED_READS = 4;

    private final long intervalNanos;
    private long allowedNanos;
    private boolean trusted;

    ReadPace(Duration interval) {
        if (interval.compareTo(MIN_GAP) < 0) {
            throw new InvalidValueException("interval", interval, MIN_GAP + " or more");
        }
        this.intervalNanos = interval.toNanos();
    }

    /**
     * Returns when the next read is due.
     *
     * @param nowNanos the time since the pace began
     * @param found whether the last read found something
     * @param announced whether a hint came before or during it
     */
    Due after(long nowNanos, boolean found, boolean announced) {
        if (announced) {
            trusted = true;
        } else if (found) {
            trusted = false;
        }
        allowedNanos = Math.max(allowedNanos, nowNanos) + intervalNanos;
        return new Due(
                Math.max(
                        nowNanos + MIN_GAP.toNanos(),
                        allowedNanos - MAX_SAVED_READS * intervalNanos),
                nowNanos + (trusted ? hintedNanos() : intervalNanos));
    }

    /** Returns to the given interval until the next hint. */
    void distrust() {
        trusted = false;
    }

    private long hintedNanos() {
        return Math.max(intervalNanos, HINTED_INTERVAL.toNanos());
    }

    /**
     * When a read is due.
     *
     * @param hintedNanos the earliest time, for a hint
     * @param latestNanos the time without a hint
     */
    record Due(long hintedNanos, long latestNanos) {}
}
