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
 * The changes of a replacement as a caller writes them; null or blank fields stay unchanged.
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
    public ReplaceForm {
        qty = FormText.given(qty);
        limitPrice = FormText.given(limitPrice);
        stopPrice = FormText.given(stopPrice);
        trailPrice = FormText.given(trailPrice);
        trailPercent = FormText.given(trailPercent);
        timeInForce = FormText.given(timeInForce);
    }

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
        return new ReplaceRequest(
                qty == null ? null : Quantity.requested(OrderField.QTY.label(), qty),
                price(OrderField.LIMIT_PRICE, limitPrice),
                price(OrderField.STOP_PRICE, stopPrice),
                trail(),
                timeInForce == null
                        ? null
                        : OrderRequestParser.word(
                                OrderField.TIME_IN_FORCE, TimeInForce.class, timeInForce));
    }

    private OrderType.@Nullable Trail trail() {
        if (trailPercent == null) {
            Price offset = price(OrderField.TRAIL_PRICE, trailPrice);
            return offset == null ? null : new OrderType.Trail.ByPrice(offset);
        }
        String label = OrderField.TRAIL_PERCENT.label();
        if (trailPrice != null) {
            throw new InvalidValueException(
                    label, trailPercent, "either trailPrice or trailPercent");
        }
        return new OrderType.Trail.ByPercent(BoundedDecimal.parse(label, trailPercent));
    }

    private static @Nullable Price price(OrderField field, @Nullable String text) {
        return text == null ? null : Price.requested(field.label(), text);
    }
}
