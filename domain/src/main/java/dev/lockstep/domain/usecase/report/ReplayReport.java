package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.order.id.OrderId;
import java.util.List;

/**
 * The result of replaying all orders.
 *
 * @param orders the number of orders
 * @param events the number of their events
 * @param unlike the number of orders that differ from their events
 * @param reported those orders, oldest first; at most {@value #MAX_LISTED}
 */
public record ReplayReport(long orders, long events, long unlike, List<Unlike> reported) {
    /** Maximum number of listed orders. */
    public static final int MAX_LISTED = 100;

    public ReplayReport {
        reported = List.copyOf(reported);
    }

    /**
     * An order that is not what its events make.
     *
     * @param id the order
     * @param differences each in one line
     */
    public record Unlike(OrderId id, List<String> differences) {
        public Unlike {
            differences = List.copyOf(differences);
        }
    }
}
