package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.broker.alpaca.connection.Reply.RateLimit;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.time.Instant;

/**
 * Request budget of the current minute, shared by lanes.
 *
 * <p>The credit is kept as time: a full budget is one minute of credit, each request costs its
 * share of the minute, and credit is restored as time passes. The broker's rate limit headers take
 * precedence over the local count, because other processes use the same API key: the remaining
 * count lowers the credit, and after a remaining count of zero or a 429 only cancels are sent until
 * the window ends. Thread-safe.
 */
public final class RequestBudget {
    /** Upper bound of a hold, whatever the headers say. */
    static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

    /** From this limit on, in requests per minute, no client can reach it: it means no limit. */
    static final int UNBOUNDED_REQUESTS = 1_000_000;

    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Duration FULL_AFTER = Duration.ofMinutes(2);

    /** Minimum wait of threads that compete for the same credit, so that they do not spin. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);

    private final MonotonicClock clock;
    private final Sleeper pauses;
    private final Object lock = new Object();

    private long limit;
    private long creditNanos = WINDOW_NANOS;
    private Instant countedAt;
    private Instant heldUntil;

    /**
     * Creates a full budget.
     *
     * @param requestsPerMinute the broker's limit; 0 means no limit until the broker reports one
     */
    public RequestBudget(int requestsPerMinute, MonotonicClock clock, Sleeper pauses) {
        this.limit = requestsPerMinute;
        this.clock = clock;
        this.pauses = pauses;
        this.countedAt = Instant.EPOCH.plusNanos(clock.nanoTime());
        this.heldUntil = countedAt;
    }

    /**
     * Takes one request from the budget and waits for credit if necessary.
     *
     * @return true if the request may be sent; false if the wait would exceed {@code patience}
     */
    public boolean take(Lane lane, Duration patience) throws InterruptedException {
        Instant deadline = now().plus(patience);
        for (Duration wait = tryTake(lane); wait.isPositive(); wait = tryTake(lane)) {
            if (now().plus(wait).isAfter(deadline)) {
                return false;
            }
            pauses.pause(wait.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wait);
        }
        return true;
    }

    /** Returns a request to the budget that was taken but not sent. */
    public void giveBack() {
        synchronized (lock) {
            creditNanos = Math.min(WINDOW_NANOS, creditNanos + cost());
        }
    }

    /** Updates the budget from the rate limit headers of a response. */
    public void update(RateLimit reported, boolean refused) {
        synchronized (lock) {
            count();
            Integer newLimit = reported.limit();
            if (newLimit != null && newLimit > 0) {
                limit = newLimit;
            }
            Integer remaining = reported.remaining();
            if (remaining != null) {
                // More than the limit is no more than the limit, which always fits.
                creditNanos = Math.min(creditNanos, Math.min(remaining, limit) * cost());
            }
            Duration pause = reported.pause();
            if (pause != null && (refused || (remaining != null && remaining == 0))) {
                hold(pause);
            }
        }
    }

    /** Returns how many cancels could be sent now; {@link Long#MAX_VALUE} without a limit. */
    public long requestsLeft() {
        synchronized (lock) {
            count();
            return limit == 0 || limit >= UNBOUNDED_REQUESTS
                    ? Long.MAX_VALUE
                    : Math.max(0, creditNanos / cost());
        }
    }

    /** Takes one request, or returns how long to wait before trying again. */
    private Duration tryTake(Lane lane) {
        synchronized (lock) {
            count();
            long missing = cost() + lane.reservedForOthers(WINDOW_NANOS) - creditNanos;
            boolean held = heldUntil.isAfter(countedAt);
            boolean spent = limit != 0 && missing > 0;
            if (lane != Lane.CANCEL && (held || spent)) {
                Duration forCredit = spent ? Duration.ofNanos(missing) : Duration.ZERO;
                Duration forHold = Duration.between(countedAt, heldUntil);
                return forHold.compareTo(forCredit) > 0 ? forHold : forCredit;
            }
            creditNanos = Math.max(creditNanos - cost(), -WINDOW_NANOS);
            return Duration.ZERO;
        }
    }

    /**
     * Restores credit for the elapsed time. If the clock goes backwards, credit is unchanged and a
     * hold moves back with the clock.
     */
    private void count() {
        Instant now = now();
        Duration passed = Duration.between(countedAt, now);
        countedAt = now;
        if (passed.compareTo(FULL_AFTER) > 0) {
            creditNanos = WINDOW_NANOS;
        } else if (passed.isPositive()) {
            creditNanos = Math.min(WINDOW_NANOS, creditNanos + passed.toNanos());
        } else {
            heldUntil = heldUntil.plus(passed);
        }
    }

    private void hold(Duration pause) {
        Duration bounded = pause.compareTo(LONGEST_HOLD) < 0 ? pause : LONGEST_HOLD;
        Instant until = countedAt.plus(bounded);
        if (until.isAfter(heldUntil)) {
            heldUntil = until;
        }
    }

    /** Returns the monotonic time as an {@link Instant}, independent of wall clock changes. */
    private Instant now() {
        return Instant.EPOCH.plusNanos(clock.nanoTime());
    }

    private long cost() {
        return limit == 0 ? 0 : WINDOW_NANOS / limit;
    }
}
