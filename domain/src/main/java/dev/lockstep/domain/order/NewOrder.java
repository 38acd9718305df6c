package dev.lockstep.domain.order;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.StrategyId;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an order, before it has an id; immutable.
 *
 * @param symbol the instrument
 * @param side buy or sell
 * @param amount the amount
 * @param type market, limit, stop and so on, with prices
 * @param timeInForce the time in force
 * @param tradingHours regular or extended hours
 * @param orderClass the exits attached to it
 * @param strategy the strategy that owns it, null if none; not sent to the broker
 */
public record NewOrder(
        Symbol symbol,
        Side side,
        OrderAmount amount,
        OrderType type,
        TimeInForce timeInForce,
        TradingHours tradingHours,
        OrderClass orderClass,
        @Nullable StrategyId strategy) {

    /** An order of no strategy. */
    public NewOrder(
            Symbol symbol,
            Side side,
            OrderAmount amount,
            OrderType type,
            TimeInForce timeInForce,
            TradingHours tradingHours,
            OrderClass orderClass) {
        this(symbol, side, amount, type, timeInForce, tradingHours, orderClass, null);
    }

    /** A simple order for a quantity in regular hours. */
    public NewOrder(
            Symbol symbol, Side side, Quantity orderQty, OrderType type, TimeInForce timeInForce) {
        this(
                symbol,
                side,
                new OrderAmount.ByQuantity(orderQty),
                type,
                timeInForce,
                TradingHours.REGULAR,
                new OrderClass.Simple());
    }

    /** Returns the same for another amount. */
    public NewOrder with(OrderAmount other) {
        return new NewOrder(
                symbol, side, other, type, timeInForce, tradingHours, orderClass, strategy);
    }

    /** Returns the same at other prices. */
    public NewOrder with(OrderType other) {
        return new NewOrder(
                symbol, side, amount, other, timeInForce, tradingHours, orderClass, strategy);
    }

    /** Returns the same for another time. */
    public NewOrder with(TimeInForce other) {
        return new NewOrder(symbol, side, amount, type, other, tradingHours, orderClass, strategy);
    }

    /** Returns the same in other hours. */
    public NewOrder with(TradingHours other) {
        return new NewOrder(symbol, side, amount, type, timeInForce, other, orderClass, strategy);
    }

    /** Returns the same with other orders hanging on it. */
    public NewOrder with(OrderClass other) {
        return new NewOrder(symbol, side, amount, type, timeInForce, tradingHours, other, strategy);
    }

    /** Returns the same for a strategy, or for none. */
    public NewOrder with(@Nullable StrategyId other) {
        return new NewOrder(
                symbol, side, amount, type, timeInForce, tradingHours, orderClass, other);
    }

    /** Returns the quantity, null for a dollar amount. */
    public @Nullable Quantity orderQty() {
        return switch (amount) {
            case OrderAmount.ByQuantity quantity -> quantity.orderQty();
            case OrderAmount.ByCash _ -> null;
        };
    }
}
