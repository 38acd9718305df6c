package dev.lockstep.app.recovery;

import dev.lockstep.app.config.Timings;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.usecase.recover.Resolution;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks unanswered orders up until they are resolved, with growing pauses and within a bound.
 *
 * <p>The bound exceeds the grace period, so an order of a crashed process is resolved within it if
 * the broker answers.
 */
public final class Recovery {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);

    private final ResolveUnknown resolveUnknown;
    private final Timings timings;
    private final PlatformClock clock;
    private final Pause pause;

    /** Builds it on the use case and its time. */
    public Recovery(
            ResolveUnknown resolveUnknown, Timings timings, PlatformClock clock, Pause pause) {
        this.resolveUnknown = resolveUnknown;
        this.timings = timings;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Resolves all unanswered orders.
     *
     * @param waiting receives the number of orders still unanswered before each pause
     * @return the orders that could not be resolved in time
     */
    public List<Resolution.Unresolved> settleAll(IntConsumer waiting) throws InterruptedException {
        long began = clock.nanoTime();
        return settle(resolveUnknown.resolve().unresolved(), _ -> true, began, waiting);
    }

    /**
     * Resolves the orders that are unanswered now. Orders sent meanwhile are left to their sender,
     * which receives the answer within one call timeout; those of a process that dies are left to
     * the next start.
     *
     * @param waiting receives the number of orders still unanswered before each pause
     * @return the orders that could not be resolved in time
     */
    public List<Resolution.Unresolved> settleThoseOfNow(IntConsumer waiting)
            throws InterruptedException {
        long began = clock.nanoTime();
        List<Resolution.Unresolved> now = resolveUnknown.resolve().unresolved();
        Set<OrderId> ids = now.stream().map(left -> left.order().id()).collect(Collectors.toSet());
        return settle(now, left -> ids.contains(left.order().id()), began, waiting);
    }

    private List<Resolution.Unresolved> settle(
            List<Resolution.Unresolved> first,
            Predicate<Resolution.Unresolved> requested,
            long began,
            IntConsumer waiting)
            throws InterruptedException {
        List<Resolution.Unresolved> left = first;
        Duration next = FIRST_PAUSE;
        while (left.stream().anyMatch(one -> !one.needsSend())
                && clock.since(began).compareTo(timings.settle()) < 0) {
            waiting.accept(left.size());
            pause.of(next);
            next = next.multipliedBy(2);
            next = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
            left = resolveUnknown.resolve().unresolved().stream().filter(requested).toList();
        }
        return left;
    }
}
