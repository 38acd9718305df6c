package dev.lockstep.simulation.check;

import dev.lockstep.simulation.schedule.VirtualTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tracks orders that arrived so long after they were sent that they may have counted as never
 * accepted: decisions in between could not know them.
 */
final class LateOrders {
    private static final Duration LATE = Duration.ofSeconds(60);

    private final VirtualTime time;
    private final Map<String, Long> leftNanos = new HashMap<>();
    private final Set<String> late = new HashSet<>();

    LateOrders(VirtualTime time) {
        this.time = time;
    }

    /** An order leaves, for the first time or once more. */
    void leaves(String clientOrderId) {
        leftNanos.put(clientOrderId, time.nanos());
    }

    /** Whether it was sent from here. */
    boolean left(String clientOrderId) {
        return leftNanos.containsKey(clientOrderId);
    }

    /** It has come in. */
    void arrived(String clientOrderId) {
        Long left = leftNanos.get(clientOrderId);
        if (left != null && time.nanos() - left > LATE.toNanos()) {
            late.add(clientOrderId);
        }
    }

    boolean contains(String clientOrderId) {
        return late.contains(clientOrderId);
    }
}
