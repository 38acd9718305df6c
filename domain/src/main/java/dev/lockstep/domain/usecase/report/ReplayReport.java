package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.order.id.OrderId;
import java.util.List;

/**
 * What replaying all orders came to.
 *
 * @param orders how many orders
 * @param events how many events they have
 * @param unlike how many orders are not what their events make
 * @param told those orders, oldest first; at most {@value #MAX_TOLD}
 */
public record ReplayReport(long orders, long events, long unlike, List<Unlike> told) {
    /** The most orders that are told of. */
    public static final int MAX_TOLD = 100;

    public ReplayReport {
        told = List.copyOf(told);
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
