package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up the parts of all strategies in one instrument from its whole history. */
public final class StrategyParts {
    private StrategyParts() {}

    /**
     * Returns the part of each strategy that has traded. An order counts as one trade at the time
     * of the broker's last report on it.
     *
     * @param counted all orders of the instrument that say what was traded, whole chains together
     * @param adjustments all adjustments of the instrument
     */
    public static SortedMap<StrategyId, StrategyPart> of(
            Symbol symbol, List<Order> counted, List<Adjustment> adjustments) {
        SortedMap<StrategyId, DayTrades> trades = new TreeMap<>();
        OwnTrades own = new OwnTrades(counted);
        Parts holdings = new Parts(own, counted);
        new Timeline(counted, adjustments)
                .walk(order -> trade(order, own, holdings, trades), holdings::book);
        for (Adjustment fee : adjustments) {
            StrategyId payer = holdings.payer(fee);
            if (payer != null) {
                trades.merge(payer, fee(fee), DayTrades::plus);
            }
        }
        SortedMap<StrategyId, StrategyPart> parts = new TreeMap<>();
        trades.forEach((strategy, sum) ->
                parts.put(
                        strategy, new StrategyPart(symbol, holdings.holdings().of(strategy), sum)));
        return parts;
    }

    /** Returns a fee as a trade. */
    public static DayTrades fee(Adjustment fee) {
        return new DayTrades(DayTrades.dayOf(fee.at()), fee.quantity(), fee.cash());
    }

    private static void trade(
            Order order, OwnTrades own, Parts holdings, Map<StrategyId, DayTrades> trades) {
        StrategyId strategy = order.terms().strategy();
        if (strategy != null) {
            trades.merge(strategy, trade(order, own), DayTrades::plus);
        }
        holdings.trade(order)
                .forEach((owner, closed) ->
                        trades.merge(
                                owner, OwnFills.closed(order, closed.opposite()), DayTrades::plus));
    }

    private static DayTrades trade(Order order, OwnTrades own) {
        boolean buy = order.terms().side() == Side.BUY;
        NetQuantity netQty = order.terms().side().applied(NetQuantity.FLAT, own.qty(order));
        return new DayTrades(
                DayTrades.dayOf(Timeline.time(order)),
                netQty,
                buy ? own.value(order).negated() : own.value(order));
    }
}
