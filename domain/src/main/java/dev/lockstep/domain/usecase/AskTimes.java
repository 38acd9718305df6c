package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.OrderId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The times at which each of several orders may be asked about again: the gaps double up to the
 * longest one. For one thread at a time.
 */
final class AskTimes {
    private final long firstGap;
    private final long longestGap;
    private final Map<OrderId, Ask> asks = new HashMap<>();

    /**
     * Builds it for no order yet.
     *
     * @param first the gap between the first time an order is seen and the first question
     */
    AskTimes(Duration first, Duration longest) {
        this.firstGap = first.toNanos();
        this.longestGap = longest.toNanos();
    }

    /** Forgets every other order. */
    void retain(Collection<OrderId> orders) {
        asks.keySet().retainAll(orders);
    }

    /** Whether the order may be asked about; the first call starts its first gap. */
    boolean due(OrderId order, long nanos) {
        Ask ask = asks.computeIfAbsent(order, _ -> new Ask(nanos, firstGap));
        return nanos - ask.last() >= ask.gap();
    }

    /** The order was asked about: the next gap is twice as long. */
    void asked(OrderId order, long nanos) {
        asks.computeIfPresent(
                order, (_, ask) -> new Ask(nanos, Math.min(longestGap, 2 * ask.gap())));
    }

    /** The order needs no further question for now. */
    void rest(OrderId order, long nanos) {
        asks.put(order, new Ask(nanos, longestGap));
    }

    private record Ask(long last, long gap) {}
}
