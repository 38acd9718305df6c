package dev.lockstep.simulator.exchange.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links of an order to others: the parent of a leg, the predecessor and the successor of a
 * replacement.
 */
public record OrderLinks(
        @Nullable UUID parent,
        @Nullable LegRole role,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy) {
    public static final OrderLinks NONE = new OrderLinks(null, null, null, null);

    public static OrderLinks leg(UUID parent, LegRole role) {
        return new OrderLinks(parent, role, null, null);
    }

    public OrderLinks successorOf(UUID old) {
        return new OrderLinks(parent, role, old, null);
    }

    OrderLinks replacedBy(UUID successor) {
        return new OrderLinks(parent, role, replaces, successor);
    }
}
