package dev.lockstep.broker.alpaca.resilience;

import dev.lockstep.broker.alpaca.connection.Reply.RateLimit;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.time.Instant;

/**
 * The requests that the broker still takes in this minute, shared out by lane.
 *
 * <p>The account is kept in time: a full budget is a minute of credit, a request costs its part of
 * the minute, and credit comes back as time passes. What the broker says counts for more than our
 * own account, because other processes use the same keys: how many requests are left lowers the
 * credit, and after "none" or a 429 nothing but cancels goes out until the window ends. Safe for
 * use by several threads.
 */
public final class RequestBudget {
    /** Whatever a header says, after that we ask again. */
    static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Duration FULL_AFTER = Duration.ofMinutes(2);

    /** So that threads which wait for the same credit look again soon and seldom. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);

    private final MonotonicClock clock;
    private final Pauses pauses;
    private final Object lock = new Object();

    private long limit;
    private long creditNanos = WINDOW_NANOS;
    private Instant countedAt;
    private Instant heldUntil;

    /**
     * A full budget.
     *
     * @param requestsPerMinute how many the broker takes; 0 for as many as we like, until it says
     *     otherwise
     */
    public RequestBudget(int requestsPerMinute, MonotonicClock clock, Pauses pauses) {
        this.limit = requestsPerMinute;
        this.clock = clock;
        this.pauses = pauses;
        this.countedAt = Instant.EPOCH.plusNanos(clock.nanoTime());
        this.heldUntil = countedAt;
    }

    /**
     * Takes one request out of the budget, waiting for it if need be.
     *
     * @return whether it may go out; no if the wait would be longer than {@code patience}
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

    /** Puts back a request that was taken and not sent. */
    public void giveBack() {
        synchronized (lock) {
            creditNanos = Math.min(WINDOW_NANOS, creditNanos + cost());
        }
    }

    /** Takes note of what the broker says about its limit. */
    public void heard(RateLimit said, boolean refused) {
        synchronized (lock) {
            count();
            Integer newLimit = said.limit();
            if (newLimit != null && newLimit > 0) {
                limit = newLimit;
            }
            Integer remaining = said.remaining();
            if (remaining != null) {
                creditNanos =
                        Math.min(creditNanos, Math.multiplyExact(remaining.longValue(), cost()));
            }
            Duration pause = said.pause();
            if (pause != null && (refused || (remaining != null && remaining == 0))) {
                hold(countedAt.plus(pause));
            }
        }
    }

    /** How many requests could go out now, if all of them were cancels. */
    public long requestsLeft() {
        synchronized (lock) {
            count();
            return limit == 0 ? Long.MAX_VALUE : Math.max(0, creditNanos / cost());
        }
    }

    /** Takes one, or tells how long to wait before trying again. */
    private Duration tryTake(Lane lane) {
        synchronized (lock) {
            count();
            long missing = cost() + lane.leftToOthers(WINDOW_NANOS) - creditNanos;
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

    /** A clock that goes back costs the credit of that time, and takes a hold back with it. */
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

    private void hold(Instant until) {
        Instant bounded =
                until.isBefore(countedAt.plus(LONGEST_HOLD)) ? until : countedAt.plus(LONGEST_HOLD);
        if (bounded.isAfter(heldUntil)) {
            heldUntil = bounded;
        }
    }

    /** The monotonic time as an instant of its own, which no set clock moves. */
    private Instant now() {
        return Instant.EPOCH.plusNanos(clock.nanoTime());
    }

    private long cost() {
        return limit == 0 ? 0 : WINDOW_NANOS / limit;
    }
}
