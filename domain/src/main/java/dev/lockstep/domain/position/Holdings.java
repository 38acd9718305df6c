package dev.lockstep.domain.position;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The positions that a set of orders makes, as their fills add up; immutable.
 *
 * @param bySymbol what is held of each instrument; flat ones are left out
 */
public record Holdings(SortedMap<Symbol, NetQuantity> bySymbol) {
    /** Nothing held. */
    public static final Holdings NONE = new Holdings(new TreeMap<>());

    public Holdings {
        bySymbol = Collections.unmodifiableSortedMap(new TreeMap<>(bySymbol));
    }

    /** What is held of one instrument. */
    public NetQuantity of(Symbol symbol) {
        return bySymbol.getOrDefault(symbol, NetQuantity.FLAT);
    }

    /**
     * These holdings and what the orders have traded. Of an order that replaces another one of them
     * counts what it traded itself: the broker counts what the other one had traded into it. So all
     * orders of a chain must be given together.
     */
    public Holdings plus(Iterable<Order> orders) {
        Map<OrderId, Order> byId = new HashMap<>();
        orders.forEach(order -> byId.put(order.id(), order));
        Map<Symbol, NetQuantity> sum = new TreeMap<>(bySymbol);
        for (Order order : orders) {
            NetQuantity before = sum.getOrDefault(order.terms().symbol(), NetQuantity.FLAT);
            Quantity own = order.cumQty().less(carried(order, byId));
            sum.put(order.terms().symbol(), order.terms().side().applied(before, own));
        }
        sum.values().removeIf(NetQuantity::flat);
        return new Holdings(new TreeMap<>(sum));
    }

    /** The most that an order further up the chain is known to have traded. */
    private static Quantity carried(Order order, Map<OrderId, Order> byId) {
        Quantity most = Quantity.ZERO;
        OrderId replaced = order.replaces();
        while (replaced != null) {
            Order earlier = byId.get(replaced);
            if (earlier == null) {
                break;
            }
            most = earlier.cumQty().compareTo(most) > 0 ? earlier.cumQty() : most;
            replaced = earlier.replaces();
        }
        return most;
    }
}
