package dev.lockstep.app.view.body.position;

import dev.lockstep.app.view.body.DenialBody;
import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of closing a position.
 *
 * @param symbol the instrument; empty for an unreadable position that has no symbol
 * @param result a keyword, such as {@code closing}
 * @param text an explanation
 * @param order the closing order, null if there is none
 * @param denials the rules that the exits for the rest would break, if the result is {@code held}
 */
public record CloseBody(
        String symbol,
        String result,
        String text,
        @Nullable OrderBody order,
        List<DenialBody> denials) {
    /** Returns the fields of a result. */
    public static CloseBody of(
            String symbol,
            String result,
            String text,
            @Nullable Order order,
            List<Denial> denials) {
        return new CloseBody(symbol, result, text, OrderBody.orNull(order), DenialBody.of(denials));
    }
}
