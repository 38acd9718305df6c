package dev.lockstep.domain.position;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The quantity that each of some orders traded itself. The broker counts the fills of a replaced
 * order into its replacement, so all orders of a chain must be given together.
 */
final class OwnTrades {
    private final Map<OrderId, Order> byId = new HashMap<>();

    OwnTrades(Iterable<Order> orders) {
        orders.forEach(order -> byId.put(order.id(), order));
    }

    /** Returns the quantity. */
    Quantity qty(Order order) {
        Order carried = carried(order);
        return carried == null ? order.cumQty() : order.cumQty().less(carried.cumQty());
    }

    /** For how many dollars. */
    Money value(Order order) {
        Order carried = carried(order);
        Money all = whole(order);
        return carried == null
                ? all
                : new Money(all.value().subtract(whole(carried).value()).max(Money.ZERO.value()));
    }

    private static Money whole(Order order) {
        Price avgPx = order.avgPx();
        return avgPx == null ? Money.ZERO : avgPx.times(order.cumQty());
    }

    /**
     * Returns the order further up the chain that is known to have traded most, null where none
     * did.
     */
    private @Nullable Order carried(Order order) {
        Order most = null;
        OrderId replaced = order.replaces();
        while (replaced != null) {
            Order earlier = byId.get(replaced);
            if (earlier == null) {
                break;
            }
            boolean more =
                    most == null
                            ? !earlier.cumQty().zero()
                            : earlier.cumQty().compareTo(most.cumQty()) > 0;
            most = more ? earlier : most;
            replaced = earlier.replaces();
        }
        return most;
    }
}
