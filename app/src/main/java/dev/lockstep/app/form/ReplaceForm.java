package dev.lockstep.app.form;

import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a replacement as a caller writes them; null fields stay unchanged.
 *
 * @param qty the new total quantity, including the filled part
 * @param limitPrice dollars
 * @param stopPrice dollars
 * @param trailPrice dollars behind the best price; not together with {@code trailPercent}
 * @param trailPercent percent behind the best price
 * @param timeInForce such as {@code gtc}
 */
public record ReplaceForm(
        @Nullable String qty,
        @Nullable String limitPrice,
        @Nullable String stopPrice,
        @Nullable String trailPrice,
        @Nullable String trailPercent,
        @Nullable String timeInForce) {
    /** Returns whether no field is given. */
    public boolean empty() {
        return Stream.of(qty, limitPrice, stopPrice, trailPrice, trailPercent, timeInForce)
                .allMatch(field -> field == null);
    }

    /**
     * Returns the request.
     *
     * @throws InvalidValueException for the first field that is wrong
     */
    public ReplaceRequest request() {
        String total = FormText.given(OrderField.QTY.label(), qty, "a quantity > 0");
        String time = OrderRequestParser.given(OrderField.TIME_IN_FORCE, timeInForce);
        return new ReplaceRequest(
                total == null ? null : Quantity.requested(OrderField.QTY.label(), total),
                price(OrderField.LIMIT_PRICE, limitPrice),
                price(OrderField.STOP_PRICE, stopPrice),
                trail(),
                time == null
                        ? null
                        : OrderRequestParser.word(
                                OrderField.TIME_IN_FORCE, TimeInForce.class, time));
    }

    private OrderType.@Nullable Trail trail() {
        Price offset = price(OrderField.TRAIL_PRICE, trailPrice);
        String percent = OrderRequestParser.given(OrderField.TRAIL_PERCENT, trailPercent);
        if (percent == null) {
            return offset == null ? null : new OrderType.Trail.ByPrice(offset);
        }
        String label = OrderField.TRAIL_PERCENT.label();
        if (offset != null) {
            throw new InvalidValueException(label, percent, "either trailPrice or trailPercent");
        }
        return new OrderType.Trail.ByPercent(BoundedDecimal.parse(label, percent));
    }

    private static @Nullable Price price(OrderField field, @Nullable String text) {
        String given = FormText.given(field.label(), text, "a price > 0");
        return given == null ? null : Price.requested(field.label(), given);
    }
}
