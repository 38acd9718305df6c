package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Ages of order versions, independent of steps of the wall clock. A version is as old as this
 * process has observed it by the monotonic clock. Only for a version that existed at the first
 * observation, and while the wall clock has run evenly, its timestamp counts too: it may be older
 * than this process.
 *
 * <p>Not thread-safe.
 */
public final class Ages {
    private final PlatformClock clock;
    private final Map<OrderId, Seen> seen = new HashMap<>();
    private final ClockSteps steps;

    public Ages(PlatformClock clock) {
        this.clock = clock;
        this.steps = new ClockSteps(clock);
    }

    /** Returns whether the order has stood as it is for this long. */
    public synchronized boolean reached(Order order, Duration age) {
        steps.measure();
        Seen known = seen.get(order.id());
        if (known == null || known.version() != order.version()) {
            known = new Seen(order.version(), clock.nanoTime());
            seen.put(order.id(), known);
        }
        return clock.since(known.nanos()).compareTo(age) >= 0
                || (steps.evenFor(age) && byTimestamp(order.updatedAt()).compareTo(age) >= 0);
    }

    /** Forgets all orders but these. */
    public synchronized void retain(Collection<OrderId> ids) {
        seen.keySet().retainAll(ids);
    }

    private Duration byTimestamp(Instant since) {
        return Duration.between(since, clock.instant());
    }

    private record Seen(long version, long nanos) {}
}
