package dev.lockstep.gateway.alpaca.hook;

import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds the alerts of each hook, and the requests with a wrong secret, per minute. Wrong requests
 * never use up the alerts of a hook. Thread-safe.
 */
final class HookLimits {
    /** The most alerts of one hook in a minute. */
    static final int ALERTS = 60;

    /** The most requests with a wrong name or secret in a minute. */
    static final int WRONG = 20;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final MonotonicClock clock;
    private final Map<KeyName, Integer> alerts = new HashMap<>();
    private int wrong;
    private long startedAt;

    HookLimits(MonotonicClock clock) {
        this.clock = clock;
        this.startedAt = clock.nanoTime();
    }

    /** Counts an alert; returns whether it is within the bound. */
    synchronized boolean alert(KeyName hook) {
        startWindow();
        return alerts.merge(hook, 1, Integer::sum) <= ALERTS;
    }

    /** Counts a request with a wrong name or secret; returns whether it is within the bound. */
    synchronized boolean wrong() {
        startWindow();
        wrong = Math.min(wrong + 1, WRONG + 1);
        return wrong <= WRONG;
    }

    private void startWindow() {
        if (clock.since(startedAt).compareTo(WINDOW) >= 0) {
            startedAt = clock.nanoTime();
            alerts.clear();
            wrong = 0;
        }
    }
}
