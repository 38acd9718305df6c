package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of {@link CancelAll} learns.
 *
 * @param ours one result for each of our orders that was open
 * @param external the open external orders
 * @param unreadable the open orders there that are none of ours and cannot be read; those with an
 *     id whose cancel was asked for are among the external ones instead
 * @param externalUnknown why the orders that were sent elsewhere could not be listed, null where
 *     they could
 */
public record CancelAllResult(
        List<CancelResult> ours,
        List<External> external,
        List<UnreadableItem> unreadable,
        @Nullable BrokerFault externalUnknown) {
    public CancelAllResult {
        unreadable = List.copyOf(unreadable);
        ours = List.copyOf(ours);
        external = List.copyOf(external);
    }

    /**
     * An open order that was sent elsewhere.
     *
     * @param id the broker's name of it
     * @param answer what came of asking for its cancel, null where it was left alone
     */
    public record External(BrokerOrderId id, @Nullable CancelAnswer answer) {}

    /**
     * What {@link CancelAll} would do.
     *
     * @param ours our orders whose cancel would be asked for
     * @param external the open external orders
     * @param unreadable the open orders there that are none of ours and cannot be read
     * @param externalUnknown why those could not be listed, null where they could
     */
    public record Preview(
            List<Order> ours,
            List<BrokerOrder> external,
            List<UnreadableItem> unreadable,
            @Nullable BrokerFault externalUnknown) {
        public Preview {
            ours = List.copyOf(ours);
            unreadable = List.copyOf(unreadable);
            external = List.copyOf(external);
        }
    }
}
