package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * The result of a submit.
 *
 * @param result a keyword, such as {@code submitted}
 * @param text an explanation
 * @param order the stored order, null if none is
 */
public record OutcomeBody(String result, String text, @Nullable OrderBody order) {
    /** Returns the fields of a result. */
    public static OutcomeBody of(String result, String text, @Nullable Order order) {
        return new OutcomeBody(result, text, OrderBody.orNull(order));
    }
}
