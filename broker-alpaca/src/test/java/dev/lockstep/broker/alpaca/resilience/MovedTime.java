package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.time.Instant;

/** Clock that advances only by pauses and by {@link #passes}. */
final class MovedTime implements PlatformClock, Sleeper {
    private Instant now = Instant.parse("2026-01-05T14:30:00Z");
    private Duration paused = Duration.ZERO;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long nanoTime() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public void pause(Duration duration) {
        paused = paused.plus(duration);
        now = now.plus(duration);
    }

    void passes(Duration duration) {
        now = now.plus(duration);
    }

    /** Returns the sum of all pauses. */
    Duration paused() {
        return paused;
    }
}
