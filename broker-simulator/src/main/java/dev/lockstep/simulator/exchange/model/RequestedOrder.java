package dev.lockstep.simulator.exchange.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order request of a client, parsed but not validated. */
public record RequestedOrder(
        String symbol,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal notional,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailPrice,
        @Nullable BigDecimal trailPercent,
        boolean extendedHours,
        @Nullable String clientOrderId,
        OrderClass orderClass,
        @Nullable BigDecimal takeProfitLimitPrice,
        @Nullable BigDecimal stopLossStopPrice,
        @Nullable BigDecimal stopLossLimitPrice,
        @Nullable PositionIntent positionIntent) {
    public RequestedOrder {
        if (orderClass == OrderClass.SIMPLE) {
            // Alpaca ignores the legs of a simple order.
            takeProfitLimitPrice = null;
            stopLossStopPrice = null;
            stopLossLimitPrice = null;
        }
    }

    /** Creates a market order for the day. */
    public static RequestedOrder market(String symbol, Side side, BigDecimal qty) {
        return simple(symbol, side, OrderType.MARKET, qty, null);
    }

    /** Creates a limit order for the day. */
    public static RequestedOrder limit(String symbol, Side side, BigDecimal qty, BigDecimal price) {
        return simple(symbol, side, OrderType.LIMIT, qty, price);
    }

    private static RequestedOrder simple(
            String symbol,
            Side side,
            OrderType type,
            BigDecimal qty,
            @Nullable BigDecimal limitPrice) {
        return new RequestedOrder(
                symbol,
                qty,
                null,
                side,
                type,
                TimeInForce.DAY,
                limitPrice,
                null,
                null,
                null,
                false,
                null,
                OrderClass.SIMPLE,
                null,
                null,
                null,
                null);
    }

    /** Returns a copy with another time in force. */
    public RequestedOrder during(TimeInForce other) {
        return new RequestedOrder(
                symbol,
                qty,
                notional,
                side,
                type,
                other,
                limitPrice,
                stopPrice,
                trailPrice,
                trailPercent,
                extendedHours,
                clientOrderId,
                orderClass,
                takeProfitLimitPrice,
                stopLossStopPrice,
                stopLossLimitPrice,
                positionIntent);
    }
}
