package dev.lockstep.domain.position;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.StrategyId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each strategy holds of one instrument, as the fills of its orders add up; immutable.
 *
 * <p>Orders without a strategy count for none. Where one of them closes all that is held, whoever
 * bought it, nobody holds anything any more.
 *
 * @param byStrategy what is held; flat ones are left out
 */
public record StrategyHoldings(SortedMap<StrategyId, NetQuantity> byStrategy) {
    public StrategyHoldings {
        byStrategy = Collections.unmodifiableSortedMap(new TreeMap<>(byStrategy));
    }

    /**
     * Adds up orders in the order in which they were last changed.
     *
     * @param traded all orders of one instrument of which something has traded
     */
    public static StrategyHoldings of(List<Order> traded) {
        OwnTrades own = new OwnTrades(traded);
        SortedMap<StrategyId, NetQuantity> held = new TreeMap<>();
        NetQuantity all = NetQuantity.FLAT;
        for (Order order : inTime(traded)) {
            Quantity quantity = own.qty(order);
            all = order.terms().side().applied(all, quantity);
            StrategyId strategy = order.terms().strategy();
            if (strategy != null) {
                NetQuantity before = held.getOrDefault(strategy, NetQuantity.FLAT);
                held.put(strategy, order.terms().side().applied(before, quantity));
            }
            if (all.flat()) {
                held.clear();
            }
        }
        held.values().removeIf(NetQuantity::flat);
        return new StrategyHoldings(held);
    }

    private static List<Order> inTime(List<Order> traded) {
        return traded.stream()
                .sorted(Comparator.comparing(Order::updatedAt).thenComparing(Order::id))
                .toList();
    }

    /** What one strategy holds. */
    public NetQuantity of(StrategyId strategy) {
        return byStrategy.getOrDefault(strategy, NetQuantity.FLAT);
    }

    /** What all others hold in the same direction as this one. */
    public Quantity besides(StrategyId strategy) {
        int direction = of(strategy).value().signum();
        return new Quantity(
                byStrategy.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(strategy))
                        .map(entry -> entry.getValue().value())
                        .filter(netQty -> netQty.signum() == direction)
                        .map(BigDecimal::abs)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
