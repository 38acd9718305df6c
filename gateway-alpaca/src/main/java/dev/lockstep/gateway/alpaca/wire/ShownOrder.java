package dev.lockstep.gateway.alpaca.wire;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.id.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a bot sees it.
 *
 * @param order the order
 * @param clientOrderId the bot's name of it, else the name at the broker
 * @param orderClass its class, of a leg that of its parent
 * @param legs its exits, if they are to be shown
 * @param replacedBy the order that replaced it, null if none
 */
public record ShownOrder(
        Order order,
        String clientOrderId,
        OrderClass orderClass,
        List<ShownOrder> legs,
        @Nullable OrderId replacedBy) {
    public ShownOrder {
        legs = List.copyOf(legs);
    }
}
