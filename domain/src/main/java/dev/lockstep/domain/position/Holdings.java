package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The positions that a set of orders makes, as their fills add up; immutable.
 *
 * @param bySymbol what is held of each instrument; flat ones are left out
 */
public record Holdings(SortedMap<Symbol, NetQuantity> bySymbol) {
    /** No positions. */
    public static final Holdings NONE = new Holdings(new TreeMap<>());

    public Holdings {
        bySymbol = Collections.unmodifiableSortedMap(new TreeMap<>(bySymbol));
    }

    /** Returns the position in one instrument. */
    public NetQuantity of(Symbol symbol) {
        return bySymbol.getOrDefault(symbol, NetQuantity.FLAT);
    }

    /** These holdings and what came and went otherwise than by a trade. */
    public Holdings adjusted(Iterable<Adjustment> adjustments) {
        Map<Symbol, NetQuantity> sum = new TreeMap<>(bySymbol);
        for (Adjustment adjustment : adjustments) {
            Symbol symbol = adjustment.symbol();
            if (symbol != null) {
                sum.merge(symbol, adjustment.quantity(), NetQuantity::plus);
            }
        }
        sum.values().removeIf(NetQuantity::flat);
        return new Holdings(new TreeMap<>(sum));
    }

    /**
     * These holdings and what the orders have traded. Of an order that replaces another one of them
     * counts what it traded itself: the broker counts what the other one had traded into it. So all
     * orders of a chain must be given together.
     */
    public Holdings plus(Iterable<Order> orders) {
        OwnTrades trades = new OwnTrades(orders);
        Map<Symbol, NetQuantity> sum = new TreeMap<>(bySymbol);
        for (Order order : orders) {
            NetQuantity before = sum.getOrDefault(order.terms().symbol(), NetQuantity.FLAT);
            sum.put(
                    order.terms().symbol(),
                    order.terms().side().applied(before, trades.qty(order)));
        }
        sum.values().removeIf(NetQuantity::flat);
        return new Holdings(new TreeMap<>(sum));
    }
}
