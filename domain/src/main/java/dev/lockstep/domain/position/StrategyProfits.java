package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the profit of each strategy, by the average cost of what it holds. A fee in dollars that
 * names an order is of the strategy of that order; other fees, and dividends in dollars, belong to
 * the account.
 *
 * <p>What a strategy holds is what {@link StrategyHoldings} says. Where orders without a strategy
 * have closed a part of it, they did so at their average price; a split changes each part at the
 * same cost.
 */
public final class StrategyProfits {
    private final OwnTrades own;
    private final Map<Symbol, Parts> parts = new HashMap<>();
    private final Map<StrategyId, Booking> bookings = new HashMap<>();
    private final SortedMap<StrategyId, SortedMap<Symbol, AverageCost>> costs = new TreeMap<>();

    /** What orders without a strategy have traded since the account was last flat by them. */
    private final Map<Symbol, AverageCost> unassigned = new HashMap<>();

    private StrategyProfits(List<Order> counted) {
        own = new OwnTrades(counted);
        counted.stream()
                .collect(Collectors.groupingBy(order -> order.terms().symbol()))
                .forEach((symbol, orders) -> parts.put(symbol, new Parts(own, orders)));
    }

    /**
     * Returns the profit of each strategy that has traded.
     *
     * @param counted all orders that have traded in the instruments, with the orders that they
     *     replace, also those without a strategy
     * @param adjustments all adjustments of these instruments
     */
    public static SortedMap<StrategyId, Profits> of(
            List<Order> counted, List<Adjustment> adjustments) {
        StrategyProfits sum = new StrategyProfits(counted);
        new Timeline(counted, adjustments).walk(sum::trade, sum::book);
        SortedMap<StrategyId, Profits> profits = new TreeMap<>();
        sum.costs.forEach((strategy, bySymbol) ->
                profits.put(
                        strategy, new Profits(bySymbol, new TreeMap<>(), AdjustmentTotals.NONE)));
        return profits;
    }

    /** Returns the same of what happened before a time. */
    public static SortedMap<StrategyId, Profits> before(
            Instant time, List<Order> counted, List<Adjustment> adjustments) {
        return of(
                counted.stream().filter(order -> Timeline.time(order).isBefore(time)).toList(),
                adjustments.stream().filter(each -> each.at().isBefore(time)).toList());
    }

    private void trade(Order order) {
        Symbol symbol = order.terms().symbol();
        StrategyId strategy = order.terms().strategy();
        SortedMap<StrategyId, NetQuantity> closed = of(symbol).trade(order);
        if (strategy != null) {
            put(
                    strategy,
                    symbol,
                    cost(strategy, symbol)
                            .traded(order.terms().side(), own.qty(order), own.value(order)));
        }
        if (strategy == null) {
            unassigned.put(
                    symbol,
                    unassigned(symbol)
                            .traded(order.terms().side(), own.qty(order), own.value(order)));
        }
        if (!closed.isEmpty()) {
            Price price = unassigned(symbol).avgPx();
            unassigned.remove(symbol);
            closed.forEach(
                    (owner, part) -> put(owner, symbol, closed(cost(owner, symbol), part, price)));
        }
    }

    private AverageCost unassigned(Symbol symbol) {
        return unassigned.getOrDefault(symbol, AverageCost.NONE);
    }

    /** Without a price the part goes at its cost. */
    private static AverageCost closed(AverageCost before, NetQuantity part, @Nullable Price price) {
        if (price == null) {
            return before.moved(part.opposite(), null);
        }
        Quantity quantity = new Quantity(part.value().abs());
        Side side = part.value().signum() > 0 ? Side.SELL : Side.BUY;
        return before.traded(side, quantity, price.times(quantity));
    }

    private void book(Adjustment adjustment) {
        Symbol symbol = adjustment.symbol();
        if (symbol == null) {
            return;
        }
        StrategyId payer = of(symbol).payer(adjustment);
        if (payer != null) {
            put(payer, symbol, cost(payer, symbol).booked(adjustment.cash()));
        }
        if (adjustment.quantity().flat()) {
            return;
        }
        Parts split = of(symbol);
        StrategyHoldings before = split.holdings();
        split.book(adjustment);
        StrategyHoldings after = split.holdings();
        NetQuantity rest = after.unassigned().plus(before.unassigned().opposite());
        unassigned.put(
                symbol,
                adjustment.kind() == AdjustmentKind.SPLIT
                        ? unassigned(symbol).resized(rest)
                        : unassigned(symbol).moved(rest, adjustment.price()));
        Set<StrategyId> owners = new HashSet<>(before.byStrategy().keySet());
        owners.addAll(after.byStrategy().keySet());
        for (StrategyId owner : owners) {
            NetQuantity more = after.of(owner).plus(before.of(owner).opposite());
            if (!more.flat()) {
                AverageCost booked =
                        bookings.computeIfAbsent(owner, _ -> new Booking())
                                .after(cost(owner, symbol), part(adjustment, more));
                put(owner, symbol, booked);
            }
        }
    }

    /** Returns the part of a strategy in the quantity of an adjustment. */
    private static Adjustment part(Adjustment whole, NetQuantity quantity) {
        return new Adjustment(
                whole.id(),
                whole.kind(),
                whole.type(),
                whole.symbol(),
                quantity,
                Money.ZERO,
                whole.price(),
                whole.orderId(),
                whole.text(),
                whole.at(),
                whole.payload());
    }

    private Parts of(Symbol symbol) {
        return parts.computeIfAbsent(symbol, _ -> new Parts(own, List.of()));
    }

    private AverageCost cost(StrategyId strategy, Symbol symbol) {
        return costs.getOrDefault(strategy, new TreeMap<>()).getOrDefault(symbol, AverageCost.NONE);
    }

    private void put(StrategyId strategy, Symbol symbol, AverageCost cost) {
        costs.computeIfAbsent(strategy, _ -> new TreeMap<>()).put(symbol, cost);
    }
}
