package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.time.Instant;

/** Time that passes by pausing only. */
final class MovedTime implements PlatformClock, Pauses {
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

    /** All pauses together. */
    Duration paused() {
        return paused;
    }
}
