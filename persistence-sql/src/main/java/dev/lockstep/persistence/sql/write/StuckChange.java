package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.port.store.InsideWrite;

/**
 * Detects, for one queued caller, that the running change waits for another thread. If several
 * consecutive samples show the same wait, the change is assumed to wait for a write queued behind
 * it.
 */
final class StuckChange {
    /**
     * The time before the first sample: most writes have ended by then, so few callers wake up for
     * it.
     */
    static final long FIRST_SAMPLE_NANOS = 250_000_000;

    /** The interval between two samples. */
    static final long SAMPLE_NANOS = 25_000_000;

    private static final int SAMPLES = 8;

    private final Thread writer;
    private long waiting;
    private int seen;

    StuckChange(Thread writer) {
        this.writer = writer;
    }

    /** Takes a sample; returns whether enough consecutive samples show a wait. */
    boolean found() {
        long now = InsideWrite.waiting(writer);
        seen = now != 0 && now == waiting ? seen + 1 : 0;
        waiting = now;
        return seen >= SAMPLES;
    }
}
