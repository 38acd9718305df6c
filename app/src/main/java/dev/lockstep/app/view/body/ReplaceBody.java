package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a replacement.
 *
 * @param result a keyword, such as {@code sent}
 * @param text an explanation
 * @param order the new order, null if there is none
 * @param replaced the replaced order
 * @param denials the rules that the replacement breaks, if it is denied
 */
public record ReplaceBody(
        String result,
        String text,
        @Nullable OrderBody order,
        OrderBody replaced,
        List<DenialBody> denials) {
    /** Returns the fields of a result. */
    public static ReplaceBody of(
            String result,
            String text,
            @Nullable Order order,
            Order replaced,
            List<Denial> denials) {
        return new ReplaceBody(
                result,
                text,
                OrderBody.orNull(order),
                OrderBody.of(replaced),
                DenialBody.of(denials));
    }
}
