package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;

/** The result of one update. */
public sealed interface UpdateOutcome {
    /** Returns the order as it is stored, or {@code seen} where the update could not be made. */
    default Order orderOr(Order seen) {
        return switch (this) {
            case Updated updated -> updated.after();
            case Unchanged same -> same.order();
            case NotFound _, Refused _, RolledBack _ -> seen;
        };
    }

    /**
     * A new version is stored, with its event, durably.
     *
     * @param before the order as it was
     * @param after the order as it is
     */
    record Updated(Order before, Order after) implements UpdateOutcome {}

    /**
     * The change changed nothing; nothing was written.
     *
     * @param order the order as it is
     */
    record Unchanged(Order order) implements UpdateOutcome {}

    /**
     * There is no such order.
     *
     * @param id the requested id
     */
    record NotFound(OrderId id) implements UpdateOutcome {}

    /**
     * The change failed or was not made of the order as it is; nothing of it was written.
     *
     * @param id the order
     * @param text why
     */
    record Refused(OrderId id, String text) implements UpdateOutcome {}

    /**
     * Another update of an all-or-nothing batch could not be made, so this one was not either.
     *
     * @param id the order
     */
    record RolledBack(OrderId id) implements UpdateOutcome {}
}
