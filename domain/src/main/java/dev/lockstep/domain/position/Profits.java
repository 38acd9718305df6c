package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The profit of a set of orders, by average cost, with the fees, dividends and interest that the
 * broker booked; immutable.
 *
 * <p>An order counts as one trade at its average price, at the time of the broker's last report. If
 * two orders of one instrument traded alternately, the split between realized and unrealized profit
 * may differ from the broker's; their sum is the same. A split changes the quantity and not the
 * cost; a transfer is no profit.
 *
 * @param bySymbol every instrument with trades or adjustments, also without a position
 * @param adjusted the adjustments of each instrument; instruments without are omitted
 * @param account dollars without an instrument, such as interest; negative for a loss
 */
public record Profits(
        SortedMap<Symbol, AverageCost> bySymbol,
        SortedMap<Symbol, AdjustmentTotals> adjusted,
        AdjustmentTotals account) {
    /** No trades. */
    public static final Profits NONE =
            new Profits(new TreeMap<>(), new TreeMap<>(), AdjustmentTotals.NONE);

    public Profits {
        bySymbol = Collections.unmodifiableSortedMap(new TreeMap<>(bySymbol));
        adjusted = Collections.unmodifiableSortedMap(new TreeMap<>(adjusted));
    }

    /**
     * Returns the profit of these orders; all orders of a chain of replacements must be included.
     */
    public static Profits of(Iterable<Order> orders) {
        return of(orders, List.of());
    }

    /** Returns the same with what was booked besides. */
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

    /** Returns the profit of those of these orders that traded before a time. */
    public static Profits before(Instant time, Iterable<Order> orders) {
        List<Order> earlier = new ArrayList<>();
        for (Order order : orders) {
            if (Timeline.time(order).isBefore(time)) {
                earlier.add(order);
            }
        }
        return of(earlier);
    }

    /** Returns the profit of one instrument. */
    public AverageCost of(Symbol symbol) {
        return bySymbol.getOrDefault(symbol, AverageCost.NONE);
    }

    /** Returns the adjustments of one instrument. */
    public AdjustmentTotals adjusted(Symbol symbol) {
        return adjusted.getOrDefault(symbol, AdjustmentTotals.NONE);
    }

    /** Returns the adjustments of the whole account. */
    public AdjustmentTotals allAdjusted() {
        return adjusted.values().stream().reduce(account, AdjustmentTotals::plus);
    }

    /**
     * Returns all that was realized: by instruments, and what the account gained or paid besides.
     */
    public Money realized() {
        Money sum = account.fees().plus(account.dividends());
        sum = sum.plus(account.interest()).plus(account.other());
        for (AverageCost each : bySymbol.values()) {
            sum = sum.plus(each.realized());
        }
        return sum;
    }

    /** Returns the resulting positions. */
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
