package dev.lockstep.domain.position;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set of orders has brought, by average cost; immutable.
 *
 * <p>An order counts as one trade at its average price, at the time the broker last spoke of it. So
 * where two orders of one instrument traded in turns, realized and unrealized profit may be split
 * otherwise than the broker splits them; their sum is the same.
 *
 * @param bySymbol every instrument that was traded, also those of which nothing is held
 */
public record Profits(SortedMap<Symbol, AverageCost> bySymbol) {
    /** Nothing traded. */
    public static final Profits NONE = new Profits(new TreeMap<>());

    private static final Comparator<Order> BY_TIME =
            Comparator.comparing(Profits::time).thenComparing(Order::id);

    public Profits {
        bySymbol = Collections.unmodifiableSortedMap(new TreeMap<>(bySymbol));
    }

    /** What these orders have brought; all orders of a chain of replacements must be among them. */
    public static Profits of(Iterable<Order> orders) {
        List<Order> traded = new ArrayList<>();
        for (Order order : orders) {
            if (!order.cumQty().zero()) {
                traded.add(order);
            }
        }
        traded.sort(BY_TIME);
        OwnTrades trades = new OwnTrades(orders);
        TreeMap<Symbol, AverageCost> bySymbol = new TreeMap<>();
        for (Order order : traded) {
            AverageCost before = bySymbol.getOrDefault(order.terms().symbol(), AverageCost.NONE);
            bySymbol.put(
                    order.terms().symbol(),
                    before.traded(order.terms().side(), trades.qty(order), trades.value(order)));
        }
        return new Profits(bySymbol);
    }

    /** What one instrument has brought. */
    public AverageCost of(Symbol symbol) {
        return bySymbol.getOrDefault(symbol, AverageCost.NONE);
    }

    /** What is held after it all. */
    public Holdings holdings() {
        TreeMap<Symbol, NetQuantity> held = new TreeMap<>();
        bySymbol.forEach((symbol, each) -> held.put(symbol, each.openQty()));
        held.values().removeIf(NetQuantity::flat);
        return new Holdings(held);
    }

    private static Instant time(Order order) {
        return Objects.requireNonNullElse(order.state().transactTime(), order.updatedAt());
    }
}
