package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * The result of a cancel.
 *
 * @param name the order as the caller named it
 * @param result a keyword, such as {@code requested}
 * @param text an explanation
 * @param order the order, null if there is none
 */
public record CancelBody(String name, String result, String text, @Nullable OrderBody order) {
    /** Returns the fields of a result. */
    public static CancelBody of(String name, String result, String text, @Nullable Order order) {
        return new CancelBody(name, result, text, OrderBody.orNull(order));
    }
}
