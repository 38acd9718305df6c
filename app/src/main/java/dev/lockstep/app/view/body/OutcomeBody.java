package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a submit.
 *
 * @param result a keyword, such as {@code submitted}
 * @param text an explanation
 * @param order the stored order, null if none is
 * @param denials the rules that the order breaks, if it is denied
 */
public record OutcomeBody(
        String result, String text, @Nullable OrderBody order, List<DenialBody> denials) {
    /** Returns the fields of a result. */
    public static OutcomeBody of(
            String result, String text, @Nullable Order order, List<Denial> denials) {
        return new OutcomeBody(result, text, OrderBody.orNull(order), DenialBody.of(denials));
    }
}
