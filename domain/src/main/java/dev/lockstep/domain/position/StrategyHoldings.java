package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.StrategyId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each strategy holds of one instrument, as the fills of its orders add up; immutable.
 *
 * <p>The broker has one net position; a strategy's part of it is what its own orders have traded,
 * long or short, also where two strategies are on opposite sides and the broker nets them. What
 * orders without a strategy have traded belongs to none, so that the parts and {@code unassigned}
 * always add up to the whole. Where an order without a strategy closes all that is held, whoever
 * bought it, nobody holds anything any more.
 *
 * @param byStrategy what is held; flat ones are left out
 * @param unassigned what belongs to no strategy
 */
public record StrategyHoldings(
        SortedMap<StrategyId, NetQuantity> byStrategy, NetQuantity unassigned) {
    public StrategyHoldings {
        byStrategy = new TreeMap<>(byStrategy);
        byStrategy.values().removeIf(NetQuantity::flat);
        byStrategy = Collections.unmodifiableSortedMap(byStrategy);
    }

    /**
     * Adds up orders in the order in which they traded.
     *
     * @param counted all orders of one instrument that say what was traded, whole chains together
     */
    public static StrategyHoldings of(List<Order> counted) {
        return of(counted, List.of());
    }

    /**
     * The same with what came and went otherwise: a fee follows the order it was taken for, a split
     * follows each holder in proportion, a transfer belongs to no strategy.
     *
     * @param adjustments all adjustments of this instrument
     */
    public static StrategyHoldings of(List<Order> counted, List<Adjustment> adjustments) {
        Parts parts = new Parts(new OwnTrades(counted), counted);
        new Timeline(counted, adjustments).walk(parts::trade, parts::book);
        return parts.holdings();
    }

    /** What one strategy holds. */
    public NetQuantity of(StrategyId strategy) {
        return byStrategy.getOrDefault(strategy, NetQuantity.FLAT);
    }

    /** What all of them hold together, and nobody: the account's position. */
    public NetQuantity total() {
        return new NetQuantity(
                byStrategy.values().stream()
                        .map(NetQuantity::value)
                        .reduce(unassigned.value(), BigDecimal::add));
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
