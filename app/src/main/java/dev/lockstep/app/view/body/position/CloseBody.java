package dev.lockstep.app.view.body.position;

import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.domain.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * The result of closing a position.
 *
 * @param symbol the instrument; empty for an unreadable position that has no symbol
 * @param result a keyword, such as {@code closing}
 * @param text an explanation
 * @param order the closing order, null if there is none
 */
public record CloseBody(String symbol, String result, String text, @Nullable OrderBody order) {
    /** Returns the fields of a result. */
    public static CloseBody of(String symbol, String result, String text, @Nullable Order order) {
        return new CloseBody(symbol, result, text, OrderBody.orNull(order));
    }
}
