package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.port.InsideWrite;

/**
 * Detects, for one caller, that the change which the writer runs waits for another thread: found
 * waiting in several samples in a row, it is taken to wait for a write that is queued behind it.
 */
final class StuckChange {
    /** The time between two samples. */
    static final long SAMPLE_NANOS = 25_000_000;

    private static final int SAMPLES = 8;

    private final Thread writer;
    private long waiting;
    private int seen;

    StuckChange(Thread writer) {
        this.writer = writer;
    }

    /** Takes a sample; whether there are enough of them in a row. */
    boolean found() {
        long now = InsideWrite.waiting(writer);
        seen = now != 0 && now == waiting ? seen + 1 : 0;
        waiting = now;
        return seen >= SAMPLES;
    }
}
