package dev.lockstep.simulator.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links of an order to others: the parent of a leg, the predecessor and the successor of a
 * replacement.
 */
public record Lineage(
        @Nullable UUID parent,
        @Nullable LegRole role,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy) {
    static final Lineage NONE = new Lineage(null, null, null, null);

    static Lineage leg(UUID parent, LegRole role) {
        return new Lineage(parent, role, null, null);
    }

    Lineage successorOf(UUID old) {
        return new Lineage(parent, role, old, null);
    }

    Lineage replacedBy(UUID successor) {
        return new Lineage(parent, role, replaces, successor);
    }
}
