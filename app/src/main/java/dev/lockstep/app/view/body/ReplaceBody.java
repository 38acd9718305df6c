package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * The result of a replacement.
 *
 * @param result a keyword, such as {@code sent}
 * @param text an explanation
 * @param order the new order, null if there is none
 * @param replaced the replaced order
 */
public record ReplaceBody(
        String result, String text, @Nullable OrderBody order, OrderBody replaced) {
    /** Returns the fields of a result. */
    public static ReplaceBody of(
            String result, String text, @Nullable Order order, Order replaced) {
        return new ReplaceBody(result, text, OrderBody.orNull(order), OrderBody.of(replaced));
    }
}
