package dev.lockstep.domain.position;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderState.Carried;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The quantity that each of some orders traded itself. The broker counts the fills of a replaced
 * order into its replacement, so all orders of a chain must be given together.
 */
public final class OwnTrades {
    private static final Carried NOTHING = new Carried(Quantity.ZERO, null);

    private final Map<OrderId, Order> byId = new HashMap<>();

    /**
     * Takes the orders.
     *
     * @param orders whole chains of replacements
     */
    public OwnTrades(Iterable<Order> orders) {
        orders.forEach(order -> byId.put(order.id(), order));
    }

    /** Returns the quantity. */
    public Quantity qty(Order order) {
        return order.cumQty().less(carried(order).qty());
    }

    /** For how many dollars. */
    Money value(Order order) {
        Money all = value(order.avgPx(), order.cumQty());
        Carried carried = carried(order);
        Money before = value(carried.avgPx(), carried.qty());
        return new Money(all.value().subtract(before.value()).max(Money.ZERO.value()));
    }

    private static Money value(@Nullable Price avgPx, Quantity qty) {
        return avgPx == null ? Money.ZERO : avgPx.times(qty);
    }

    /**
     * Returns what the order counts of the fills of those that it replaced: the most that one of
     * them is known to have handed over, up to one of which that is recorded. A replacement that
     * was rejected traded nothing itself.
     */
    public Carried carried(Order order) {
        if (order.replaces() != null && order.status() == OrderStatus.REJECTED) {
            return order.state().filled();
        }
        Carried most = NOTHING;
        Order earlier = replaced(order);
        while (earlier != null) {
            Carried handedOver = earlier.state().handedOver();
            most = handedOver.qty().compareTo(most.qty()) > 0 ? handedOver : most;
            earlier = earlier.state().carried() == null ? replaced(earlier) : null;
        }
        return most;
    }

    private @Nullable Order replaced(Order order) {
        return order.replaces() == null ? null : byId.get(order.replaces());
    }
}
