package dev.lockstep.contracts;

import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Both clocks, moved by a test; safe for use by several threads. */
public final class TestClock implements PlatformClock {
    private final AtomicReference<Instant> now = new AtomicReference<>(SampleOrders.START);
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public Duration drift() {
        return Duration.between(SampleOrders.START, now.get()).minusNanos(nanos.get());
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    /** Sets the wall clock forward, or back where the step is negative; no time passes. */
    public void step(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }
}
