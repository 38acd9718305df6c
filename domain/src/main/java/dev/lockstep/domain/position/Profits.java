package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set of orders has brought, by average cost, with the fees, dividends and interest that the
 * broker booked; immutable.
 *
 * <p>An order counts as one trade at its average price, at the time the broker last spoke of it. So
 * where two orders of one instrument traded in turns, realized and unrealized profit may be split
 * otherwise than the broker splits them; their sum is the same. A split changes the quantity and
 * not the cost; a transfer is no profit.
 *
 * @param bySymbol every instrument that was traded or adjusted, also those of which nothing is held
 * @param adjusted what was booked of each instrument besides trades; instruments without are left
 *     out
 * @param account dollars gained that no instrument brought, such as interest; below zero for a loss
 */
public record Profits(
        SortedMap<Symbol, AverageCost> bySymbol,
        SortedMap<Symbol, AdjustmentTotals> adjusted,
        AdjustmentTotals account) {
    /** Nothing traded. */
    public static final Profits NONE =
            new Profits(new TreeMap<>(), new TreeMap<>(), AdjustmentTotals.NONE);

    public Profits {
        bySymbol = Collections.unmodifiableSortedMap(new TreeMap<>(bySymbol));
        adjusted = Collections.unmodifiableSortedMap(new TreeMap<>(adjusted));
    }

    /** What these orders have brought; all orders of a chain of replacements must be among them. */
    public static Profits of(Iterable<Order> orders) {
        return of(orders, List.of());
    }

    /** The same with what was booked besides. */
    public static Profits of(Iterable<Order> orders, List<Adjustment> adjustments) {
        List<Order> traded = new ArrayList<>();
        for (Order order : orders) {
            if (!order.cumQty().zero()) {
                traded.add(order);
            }
        }
        Sum sum = new Sum(new OwnTrades(orders));
        new Timeline(traded, adjustments).walk(sum::trade, sum::book);
        return new Profits(sum.bySymbol, sum.adjusted, sum.account);
    }

    /** What one instrument has brought. */
    public AverageCost of(Symbol symbol) {
        return bySymbol.getOrDefault(symbol, AverageCost.NONE);
    }

    /** What was booked of one instrument besides trades. */
    public AdjustmentTotals adjusted(Symbol symbol) {
        return adjusted.getOrDefault(symbol, AdjustmentTotals.NONE);
    }

    /** What was booked of all instruments and of none. */
    public AdjustmentTotals allAdjusted() {
        return adjusted.values().stream().reduce(account, AdjustmentTotals::plus);
    }

    /** All that was realized: by instruments, and what the account gained or paid besides. */
    public Money realized() {
        Money sum = account.fees().plus(account.dividends());
        sum = sum.plus(account.interest()).plus(account.other());
        for (AverageCost each : bySymbol.values()) {
            sum = sum.plus(each.realized());
        }
        return sum;
    }

    /** What is held after it all. */
    public Holdings holdings() {
        TreeMap<Symbol, NetQuantity> held = new TreeMap<>();
        bySymbol.forEach((symbol, each) -> held.put(symbol, each.openQty()));
        held.values().removeIf(NetQuantity::flat);
        return new Holdings(held);
    }

    private static final class Sum {
        private final OwnTrades trades;
        private final Booking booking = new Booking();
        private final TreeMap<Symbol, AverageCost> bySymbol = new TreeMap<>();
        private final TreeMap<Symbol, AdjustmentTotals> adjusted = new TreeMap<>();
        private AdjustmentTotals account = AdjustmentTotals.NONE;

        Sum(OwnTrades trades) {
            this.trades = trades;
        }

        void trade(Order order) {
            Symbol symbol = order.terms().symbol();
            bySymbol.put(
                    symbol,
                    of(symbol)
                            .traded(order.terms().side(), trades.qty(order), trades.value(order)));
        }

        void book(Adjustment adjustment) {
            Symbol symbol = adjustment.symbol();
            if (symbol == null) {
                account = account.plus(adjustment);
            } else {
                AdjustmentTotals before = adjusted.getOrDefault(symbol, AdjustmentTotals.NONE);
                adjusted.put(symbol, before.plus(adjustment));
                bySymbol.put(symbol, booking.after(of(symbol), adjustment));
            }
        }

        private AverageCost of(Symbol symbol) {
            return bySymbol.getOrDefault(symbol, AverageCost.NONE);
        }
    }
}
