package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.util.List;

/**
 * What is known of an order after it was looked up.
 *
 * @param order the order as it is stored now
 * @param text why it is not settled, empty if it is
 * @param needsSend whether only sending it again settles it
 */
record LookupOutcome(Order order, String text, boolean needsSend) {
    LookupOutcome(Order order, String text) {
        this(order, text, false);
    }

    /** Returns what an update has made of the order that was read before. */
    static LookupOutcome of(Order seen, UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Updated updated -> new LookupOutcome(updated.after(), "");
            case UpdateOutcome.Unchanged same ->
                    new LookupOutcome(same.order(), "another caller handles it");
            case UpdateOutcome.NotFound _ -> new LookupOutcome(seen, "missing in the store");
            case UpdateOutcome.Refused refused -> new LookupOutcome(seen, refused.text());
            case UpdateOutcome.RolledBack _ -> new LookupOutcome(seen, "rolled back");
        };
    }

    /** Adds it to the orders that are settled or to those that are not. */
    void into(List<Order> settled, List<Resolution.Unresolved> unresolved) {
        if (order.status().unresolved()) {
            unresolved.add(new Resolution.Unresolved(order, text, needsSend));
        } else {
            settled.add(order);
        }
    }
}
