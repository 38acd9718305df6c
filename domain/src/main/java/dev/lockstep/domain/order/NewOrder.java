package dev.lockstep.domain.order;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.StrategyId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to trade, before it has an id; it never changes afterwards.
 *
 * @param symbol what to trade
 * @param side buy or sell
 * @param amount how much
 * @param type at what price
 * @param timeInForce for how long
 * @param tradingHours in which hours
 * @param orderClass what other orders hang on it
 * @param strategy whose order it is, null for nobody's in particular; the broker is not told
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

    /** The same for another amount. */
    public NewOrder with(OrderAmount other) {
        return new NewOrder(
                symbol, side, other, type, timeInForce, tradingHours, orderClass, strategy);
    }

    /** The same at other prices. */
    public NewOrder with(OrderType other) {
        return new NewOrder(
                symbol, side, amount, other, timeInForce, tradingHours, orderClass, strategy);
    }

    /** The same for another time. */
    public NewOrder with(TimeInForce other) {
        return new NewOrder(symbol, side, amount, type, other, tradingHours, orderClass, strategy);
    }

    /** The same in other hours. */
    public NewOrder with(TradingHours other) {
        return new NewOrder(symbol, side, amount, type, timeInForce, other, orderClass, strategy);
    }

    /** The same with other orders hanging on it. */
    public NewOrder with(OrderClass other) {
        return new NewOrder(symbol, side, amount, type, timeInForce, tradingHours, other, strategy);
    }

    /** The same for a strategy, or for none. */
    public NewOrder with(@Nullable StrategyId other) {
        return new NewOrder(
                symbol, side, amount, type, timeInForce, tradingHours, orderClass, other);
    }

    /** How many shares or coins, null for an order by cash. */
    public @Nullable Quantity orderQty() {
        return switch (amount) {
            case OrderAmount.ByQuantity quantity -> quantity.orderQty();
            case OrderAmount.ByCash _ -> null;
        };
    }
}
