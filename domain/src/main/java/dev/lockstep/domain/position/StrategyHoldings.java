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
 * The position of each strategy in one instrument, as the sum of the fills of its orders;
 * immutable.
 *
 * <p>The broker has one net position; a strategy's part is what its own orders have traded, long or
 * short, also if two strategies are on opposite sides and the broker nets them. Fills of orders
 * without a strategy belong to none, so the parts and {@code unassigned} always add up to the
 * whole. If the account becomes flat and the unassigned part is not, orders without a strategy have
 * closed what was left of the parts: all become zero. If the unassigned part is flat, too, the
 * parts stay, because strategies are on opposite sides.
 *
 * @param byStrategy the parts, without flat ones
 * @param unassigned the part of no strategy
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
     * Returns the same with what came and went otherwise: a fee follows the order it was taken for,
     * a split follows each holder in proportion, a transfer belongs to no strategy.
     *
     * @param adjustments all adjustments of this instrument
     */
    public static StrategyHoldings of(List<Order> counted, List<Adjustment> adjustments) {
        Parts parts = new Parts(new OwnTrades(counted), counted);
        new Timeline(counted, adjustments).walk(parts::trade, parts::book);
        return parts.holdings();
    }

    /** Returns the position of one strategy. */
    public NetQuantity of(StrategyId strategy) {
        return byStrategy.getOrDefault(strategy, NetQuantity.FLAT);
    }

    /** Returns the sum of all parts: the account's position. */
    public NetQuantity total() {
        return new NetQuantity(
                byStrategy.values().stream()
                        .map(NetQuantity::value)
                        .reduce(unassigned.value(), BigDecimal::add));
    }

    /** Returns the positions of all others in the same direction. */
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
