package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.order.Order;
import java.util.List;

/**
 * The result of one pass of {@link ResolveUnknown}.
 *
 * @param settled the orders that are resolved now
 * @param unresolved the orders that are still unanswered
 */
public record Resolution(List<Order> settled, List<Unresolved> unresolved) {
    public Resolution {
        settled = List.copyOf(settled);
        unresolved = List.copyOf(unresolved);
    }

    /**
     * An order whose outcome is still unknown.
     *
     * @param order the order
     * @param text why, in words
     * @param needsSend whether the broker is proven not to have it, so that only a new send, which
     *     this pass was not to make, resolves it before it grows too old
     */
    public record Unresolved(Order order, String text, boolean needsSend) {}
}
