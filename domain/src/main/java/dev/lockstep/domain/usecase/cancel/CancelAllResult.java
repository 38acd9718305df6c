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
 * The result of {@link CancelAll}.
 *
 * @param ours one result for each of our open orders
 * @param external the open external orders
 * @param unreadable the open external orders that cannot be read; those with an id whose cancel was
 *     requested are among the external ones instead
 * @param externalUnknown why the external orders could not be listed, null if they could
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
     * An open external order.
     *
     * @param id the broker's id
     * @param answer the answer to the cancel request, null if none was sent
     * @param pursued whether the request is stored: the cancel is sent again until the order ends
     */
    public record External(BrokerOrderId id, @Nullable CancelAnswer answer, boolean pursued) {}

    /**
     * The effect that {@link CancelAll} would have.
     *
     * @param ours our orders to be canceled
     * @param external the open external orders
     * @param unreadable the open external orders that cannot be read
     * @param externalUnknown why those could not be listed, null if they could
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
