package dev.lockstep.simulator.exchange.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Requested terms of an order, which a fill does not change. */
public record OrderTerms(
        String symbol,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        OrderClass orderClass,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal notional,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailPrice,
        @Nullable BigDecimal trailPercent,
        boolean extendedHours,
        PositionIntent intent) {
    public OrderTerms {
        if ((qty == null) == (notional == null)) {
            throw new IllegalArgumentException(
                    "qty: " + qty + ", notional: " + notional + " (expected: exactly one)");
        }
        if (type.hasLimit() && limitPrice == null) {
            throw new IllegalArgumentException("limitPrice: null (expected: a price)");
        }
        if (type.hasStop() && stopPrice == null) {
            throw new IllegalArgumentException("stopPrice: null (expected: a price)");
        }
    }

    OrderTerms withQty(BigDecimal newQty) {
        return new OrderTerms(
                symbol,
                side,
                type,
                timeInForce,
                orderClass,
                newQty,
                notional,
                limitPrice,
                stopPrice,
                trailPrice,
                trailPercent,
                extendedHours,
                intent);
    }

    OrderTerms withStopPrice(BigDecimal newStopPrice) {
        return new OrderTerms(
                symbol,
                side,
                type,
                timeInForce,
                orderClass,
                qty,
                notional,
                limitPrice,
                newStopPrice,
                trailPrice,
                trailPercent,
                extendedHours,
                intent);
    }
}
