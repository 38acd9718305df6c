package dev.lockstep.domain.port.store;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list: one page, keyed by the last id of the page before, so that the thousandth
 * page costs what the first does.
 *
 * @param statuses only orders that stand so
 * @param symbol only orders of this instrument, null for all
 * @param strategy only orders of this strategy, null for all
 * @param side only orders of this side, null for both
 * @param purpose only orders of this purpose, null for all
 * @param trades which orders by what they have traded
 * @param direction by the time they were made
 * @param after the last order of the page before, null for the first page
 * @param limit the most orders in the page, 1 to {@value #MAX_PAGE_ORDERS}
 */
public record OrderQuery(
        Set<OrderStatus> statuses,
        @Nullable Symbol symbol,
        @Nullable StrategyId strategy,
        @Nullable Side side,
        OrderPurpose.@Nullable Kind purpose,
        Trades trades,
        Direction direction,
        @Nullable OrderId after,
        int limit) {
    /** The largest page. */
    public static final int MAX_PAGE_ORDERS = 1_000;

    public OrderQuery {
        if (limit < 1 || limit > MAX_PAGE_ORDERS) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_PAGE_ORDERS);
        }
        if (statuses.isEmpty()) {
            throw new InvalidValueException("statuses", statuses, "at least one");
        }
        statuses = Set.copyOf(statuses);
    }

    /** Returns all orders, oldest first, in pages of the largest size. */
    public static OrderQuery all() {
        return new OrderQuery(
                EnumSet.allOf(OrderStatus.class),
                null,
                null,
                null,
                null,
                Trades.ANY,
                Direction.OLDEST_FIRST,
                null,
                MAX_PAGE_ORDERS);
    }

    /** Returns the same for orders that stand so. */
    public OrderQuery in(Set<OrderStatus> requested) {
        return new OrderQuery(
                requested, symbol, strategy, side, purpose, trades, direction, after, limit);
    }

    /** Returns the same for one instrument. */
    public OrderQuery of(Symbol requested) {
        return new OrderQuery(
                statuses, requested, strategy, side, purpose, trades, direction, after, limit);
    }

    /** Returns the same for one side. */
    public OrderQuery of(Side requested) {
        return new OrderQuery(
                statuses, symbol, strategy, requested, purpose, trades, direction, after, limit);
    }

    /** Returns the same for one strategy. */
    public OrderQuery of(StrategyId requested) {
        return new OrderQuery(
                statuses, symbol, requested, side, purpose, trades, direction, after, limit);
    }

    /** Returns the same for one purpose. */
    public OrderQuery of(OrderPurpose.Kind requested) {
        return new OrderQuery(
                statuses, symbol, strategy, side, requested, trades, direction, after, limit);
    }

    /** Returns the same for orders of which something has traded. */
    public OrderQuery traded() {
        return new OrderQuery(
                statuses, symbol, strategy, side, purpose, Trades.SOME, direction, after, limit);
    }

    /**
     * Returns the same for all orders that say what was traded: the traded ones, and those between
     * two of them in a chain of replacements, without which the later one would be counted in full.
     */
    public OrderQuery counted() {
        return new OrderQuery(
                statuses,
                symbol,
                strategy,
                side,
                purpose,
                Trades.SOME_OR_CHAINED,
                direction,
                after,
                limit);
    }

    /** Returns the same with the newest order first. */
    public OrderQuery newestFirst() {
        return new OrderQuery(
                statuses,
                symbol,
                strategy,
                side,
                purpose,
                trades,
                Direction.NEWEST_FIRST,
                after,
                limit);
    }

    /** Returns the page that follows an order. */
    public OrderQuery after(OrderId last) {
        return new OrderQuery(
                statuses, symbol, strategy, side, purpose, trades, direction, last, limit);
    }

    /** Returns the same in pages of another size. */
    public OrderQuery limit(int orders) {
        return new OrderQuery(
                statuses, symbol, strategy, side, purpose, trades, direction, after, orders);
    }

    /** Returns whether the order is one of those that are asked for, on whichever page. */
    public boolean takes(Order order) {
        return statuses.contains(order.status())
                && (symbol == null || symbol.equals(order.terms().symbol()))
                && (strategy == null || strategy.equals(order.terms().strategy()))
                && (side == null || side == order.terms().side())
                && (purpose == null || purpose == order.purpose().kind())
                && trades.takes(order);
    }

    /** Which end a list begins at. */
    public enum Direction {
        /** By creation time. */
        OLDEST_FIRST,
        /** Against the time they were made. */
        NEWEST_FIRST
    }

    /** Which orders by what they have traded. */
    public enum Trades {
        /** Whatever they traded. */
        ANY,
        /** Orders with fills. */
        SOME,
        /** Orders with fills, all replacements, and what those count of busted fills. */
        SOME_OR_CHAINED;

        boolean takes(Order order) {
            return switch (this) {
                case ANY -> true;
                case SOME -> !order.cumQty().zero();
                case SOME_OR_CHAINED ->
                        !order.cumQty().zero()
                                || order.replaces() != null
                                || order.state().carried() != null;
            };
        }
    }
}
