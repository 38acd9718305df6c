package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.broker.FetchedList;
import java.util.List;

/**
 * Open external orders.
 *
 * @param external the orders
 * @param unreadable the orders at the broker that cannot be read
 */
public record ExternalOrdersBody(
        List<ExternalOrderBody> external, List<UnreadableBody> unreadable) {
    /** Returns the fields of orders. */
    public static ExternalOrdersBody of(FetchedList<BrokerOrder> orders) {
        return new ExternalOrdersBody(
                orders.items().stream().map(ExternalOrderBody::of).toList(),
                UnreadableBody.of(orders.unreadable()));
    }
}
