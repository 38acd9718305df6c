package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * An order that is or may be at the broker and can trade, as far as its value depends on it.
 *
 * @param id the order
 * @param group the parent at the broker, whose children cancel each other, null if it has none
 * @param symbol the instrument
 * @param side the side
 * @param amount the amount
 * @param cumQty the filled quantity
 * @param limitPrice the limit, null if it has none
 * @param stopPx the stop, null if it has none
 */
public record WorkingOrder(
        OrderId id,
        @Nullable OrderId group,
        Symbol symbol,
        Side side,
        OrderAmount amount,
        Quantity cumQty,
        @Nullable Price limitPrice,
        @Nullable Price stopPx) {
    /** Returns the order as it is with these terms. */
    public static WorkingOrder of(
            OrderId id, @Nullable OrderId group, NewOrder terms, Quantity cumQty) {
        return new WorkingOrder(
                id,
                group,
                terms.symbol(),
                terms.side(),
                terms.amount(),
                cumQty,
                limitPrice(terms.type()),
                stopPx(terms.type()));
    }

    /** Returns the limit of a type, null if it has none. */
    static @Nullable Price limitPrice(OrderType type) {
        return switch (type) {
            case OrderType.Limit(Price limit) -> limit;
            case OrderType.StopLimit(Price _, Price limit) -> limit;
            case OrderType.Market _, OrderType.Stop _, OrderType.TrailingStop _ -> null;
        };
    }

    /** Returns the stop of a type, null if it has none. */
    static @Nullable Price stopPx(OrderType type) {
        return switch (type) {
            case OrderType.Stop(Price stop) -> stop;
            case OrderType.StopLimit(Price stop, Price _) -> stop;
            case OrderType.Market _, OrderType.Limit _, OrderType.TrailingStop _ -> null;
        };
    }

    /** Returns the order or the group of which only the largest counts. */
    OrderId countedAs() {
        return group == null ? id : group;
    }
}
