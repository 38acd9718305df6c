package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.time.Instant;
import java.util.List;

/** The result of {@link SyncOrders}. */
public sealed interface SyncResult {
    /**
     * The book is as the broker had it when the pass began.
     *
     * @param at when the pass began
     * @param changed orders that were changed
     * @param unchanged how many orders the broker has just as we do
     * @param external open orders at the broker that we did not send
     * @param notChanged updates that were refused, each with its reason
     * @param missing orders that the broker once had and now does not show; they stay as they are
     * @param unreadable orders that the broker has and that cannot be read; ours among them stay as
     *     they are
     * @param findings what else a person should know of our orders
     */
    record Completed(
            Instant at,
            List<Order> changed,
            int unchanged,
            List<BrokerOrder> external,
            List<UpdateOutcome> notChanged,
            List<Order> missing,
            List<UnreadableItem> unreadable,
            List<SyncFinding> findings)
            implements SyncResult {
        public Completed {
            changed = List.copyOf(changed);
            external = List.copyOf(external);
            notChanged = List.copyOf(notChanged);
            missing = List.copyOf(missing);
            unreadable = List.copyOf(unreadable);
            findings = List.copyOf(findings);
        }
    }

    /**
     * The broker could not be asked; nothing was changed.
     *
     * @param fault why
     */
    record Failed(BrokerFault fault) implements SyncResult {}
}
