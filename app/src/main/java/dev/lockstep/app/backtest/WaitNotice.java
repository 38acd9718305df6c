package dev.lockstep.app.backtest;

import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reports what a backtest waits for: after five seconds, and again after ever longer times, at most
 * a minute. For one wait.
 */
final class WaitNotice {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final MonotonicClock clock;
    private final Consumer<String> output;
    private final long since;
    private Duration next = FIRST;
    private Duration pause = FIRST;

    WaitNotice(MonotonicClock clock, Consumer<String> output) {
        this.clock = clock;
        this.output = output;
        this.since = clock.nanoTime();
    }

    /** Returns how long the wait has lasted. */
    Duration waited() {
        return clock.since(since);
    }

    /** Reports it if it is time to. */
    void check(Supplier<String> waitingFor) {
        Duration waited = waited();
        if (waited.compareTo(next) < 0) {
            return;
        }
        output.accept("waiting for the bot for " + waited.toSeconds() + " s: " + waitingFor.get());
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        next = waited.plus(pause);
    }
}
