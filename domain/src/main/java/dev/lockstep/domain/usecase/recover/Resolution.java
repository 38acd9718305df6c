package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.order.Order;
import java.util.List;

/**
 * What one pass of {@link ResolveUnknown} found.
 *
 * @param settled orders whose outcome is known now
 * @param unresolved orders whose outcome is still unknown
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
     * @param text why, for a person
     */
    public record Unresolved(Order order, String text) {}
}
