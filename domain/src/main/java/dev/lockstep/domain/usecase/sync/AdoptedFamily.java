package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order at the broker with its legs, as they would be stored.
 *
 * @param there the order at the broker
 * @param orders the order first, then its legs; empty if the terms of one of them cannot be
 *     expressed
 */
record AdoptedFamily(BrokerOrder there, List<Order> orders) {
    AdoptedFamily {
        orders = List.copyOf(orders);
    }

    /**
     * Creates the family of an order at the broker.
     *
     * @param root the id of the order
     * @param replaced our order that it replaced, null if none
     */
    static AdoptedFamily of(
            BrokerOrder there, OrderId root, @Nullable Order replaced, OrderIds ids, Instant at) {
        List<Order> orders = new ArrayList<>();
        NewOrder terms = there.terms();
        if (terms != null) {
            orders.add(
                    replaced == null
                            ? Order.adopted(root, null, terms, there, at)
                            : Order.successor(root, replaced, terms, there, at));
        }
        for (BrokerOrder leg : there.legs()) {
            NewOrder ofLeg = leg.terms();
            if (ofLeg != null) {
                orders.add(Order.adopted(ids.nextOrderId(), root, ofLeg, leg, at));
            }
        }
        boolean whole = orders.size() == there.legs().size() + 1;
        return new AdoptedFamily(there, whole ? orders : List.of());
    }
}
