package dev.lockstep.domain.memory;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.util.List;

/** Decides what an update makes of its order, without storing it. */
final class UpdateCheck {
    private UpdateCheck() {}

    static UpdateOutcome outcome(OrdersById orders, OrderUpdate update) {
        return orders.find(update.id())
                .map(before -> outcome(orders, before, update))
                .orElseGet(() -> new UpdateOutcome.NotFound(update.id()));
    }

    private static UpdateOutcome outcome(OrdersById orders, Order before, OrderUpdate update) {
        Order after;
        try {
            after = InsideWrite.run(() -> update.change().apply(before));
        } catch (RuntimeException refused) {
            return new UpdateOutcome.Refused(before.id(), String.valueOf(refused.getMessage()));
        }
        if (after.equals(before)) {
            return new UpdateOutcome.Unchanged(before);
        }
        if (!after.id().equals(before.id()) || after.version() != before.version() + 1) {
            return new UpdateOutcome.Refused(
                    before.id(),
                    "version: " + after.version() + " (expected: " + (before.version() + 1) + ")");
        }
        if (!after.sameButForState(before)) {
            return new UpdateOutcome.Refused(
                    before.id(), "terms: changed (expected: only the state of an order changes)");
        }
        OrderId holder = orders.holder(after.brokerOrderId(), before.id());
        return holder.equals(before.id())
                ? new UpdateOutcome.Updated(before, after)
                : new UpdateOutcome.Refused(
                        before.id(),
                        "brokerOrderId: " + after.brokerOrderId() + " belongs to order " + holder);
    }

    /** Tries updates on a copy, each after those before it. */
    static List<UpdateOutcome> tried(OrdersById orders, List<OrderUpdate> updates) {
        OrdersById copy = orders.copy();
        return updates.stream().map(update -> tried(update, copy)).toList();
    }

    private static UpdateOutcome tried(OrderUpdate update, OrdersById copy) {
        UpdateOutcome outcome = outcome(copy, update);
        if (outcome instanceof UpdateOutcome.Updated updated) {
            copy.put(updated.after());
        }
        return outcome;
    }

    /** Whether the outcome leaves the order as the update asked for. */
    static boolean made(UpdateOutcome outcome) {
        return outcome instanceof UpdateOutcome.Updated
                || outcome instanceof UpdateOutcome.Unchanged;
    }
}
