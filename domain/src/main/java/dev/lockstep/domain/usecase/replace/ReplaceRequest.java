package dev.lockstep.domain.usecase.replace;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a replacement; null fields stay unchanged.
 *
 * @param orderQty the new total quantity, including what has filled
 * @param limitPrice the limit price
 * @param stopPx the stop price
 * @param trail the distance of a trailing stop
 * @param timeInForce the time in force
 */
public record ReplaceRequest(
        @Nullable Quantity orderQty,
        @Nullable Price limitPrice,
        @Nullable Price stopPx,
        OrderType.@Nullable Trail trail,
        @Nullable TimeInForce timeInForce) {
    /**
     * Returns the terms of the new order: the old ones, its strategy among them, but for what is to
     * change.
     *
     * @throws InvalidValueException if the order has no such price
     */
    public NewOrder of(NewOrder old) {
        NewOrder changed = old.with(of(old.type()));
        changed = orderQty == null ? changed : changed.with(new OrderAmount.ByQuantity(orderQty));
        return timeInForce == null ? changed : changed.with(timeInForce);
    }

    private OrderType of(OrderType old) {
        return switch (old) {
            case OrderType.Market market -> {
                refuse("limitPrice", limitPrice);
                refuse("stopPrice", stopPx);
                refuseTrail();
                yield market;
            }
            case OrderType.Limit(Price limit) -> {
                refuse("stopPrice", stopPx);
                refuseTrail();
                yield new OrderType.Limit(or(limitPrice, limit));
            }
            case OrderType.Stop(Price stop) -> {
                refuse("limitPrice", limitPrice);
                refuseTrail();
                yield new OrderType.Stop(or(stopPx, stop));
            }
            case OrderType.StopLimit(Price stop, Price limit) -> {
                refuseTrail();
                yield new OrderType.StopLimit(or(stopPx, stop), or(limitPrice, limit));
            }
            case OrderType.TrailingStop trailing -> {
                refuse("limitPrice", limitPrice);
                refuse("stopPrice", stopPx);
                yield trail == null ? trailing : new OrderType.TrailingStop(trail);
            }
        };
    }

    private static Price or(@Nullable Price requested, Price old) {
        return requested == null ? old : requested;
    }

    private void refuseTrail() {
        if (trail != null) {
            refuse(trail.field(), trail);
        }
    }

    private static void refuse(String field, @Nullable Object value) {
        if (value != null) {
            throw new InvalidValueException(field, value, "none for an order of this type");
        }
    }
}
