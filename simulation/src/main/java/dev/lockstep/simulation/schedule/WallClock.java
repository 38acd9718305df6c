package dev.lockstep.simulation.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A machine's wall clock, which can be set. */
public final class WallClock implements InstantSource {
    /** When every simulation begins: a Monday morning in New York. */
    public static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private final VirtualTime time;
    private Duration offset = Duration.ZERO;
    private long setAtNanos;
    private boolean set;

    public WallClock(VirtualTime time) {
        this.time = time;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(time.nanos()).plus(offset);
    }

    /** Sets it off from the true time. */
    public void setOff(Duration by) {
        set |= !by.equals(offset);
        setAtNanos = time.nanos();
        offset = by;
    }

    /** Whether it was ever wrong, and was set within this time. */
    public boolean wasSetWithin(Duration span) {
        return wasSet() && time.nanos() - setAtNanos <= span.toNanos();
    }

    /** Whether it was ever wrong. */
    public boolean wasSet() {
        return set;
    }
}
