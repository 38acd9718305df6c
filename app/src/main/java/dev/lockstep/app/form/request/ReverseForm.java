package dev.lockstep.app.form.request;

import dev.lockstep.app.form.FormText;
import dev.lockstep.app.form.OrderField;
import dev.lockstep.app.form.OrderRequestParser;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A request to reverse a position.
 *
 * @param side the side of both orders: sell for a long position; a repeated request does not
 *     reverse the position back
 */
public record ReverseForm(@Nullable String side) {
    /**
     * Returns the side.
     *
     * @throws InvalidValueException if it is missing or no side
     */
    public Side orders() {
        String text =
                FormText.required(
                        OrderField.SIDE.label(),
                        side,
                        "sell to reverse a long position, buy to reverse a short one");
        return OrderRequestParser.word(OrderField.SIDE, Side.class, text);
    }
}
