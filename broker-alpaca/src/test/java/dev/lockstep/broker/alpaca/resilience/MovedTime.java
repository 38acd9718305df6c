package dev.lockstep.broker.alpaca.resilience;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes by pausing only. */
final class MovedTime implements InstantSource, Pauses {
    private Instant now = Instant.parse("2026-01-05T14:30:00Z");
    private Duration paused = Duration.ZERO;

    @Override
    public Instant instant() {
        return now;
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
