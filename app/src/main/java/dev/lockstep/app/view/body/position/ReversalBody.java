package dev.lockstep.app.view.body.position;

import dev.lockstep.app.view.body.DenialBody;
import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reversing a position.
 *
 * @param symbol the instrument
 * @param result a keyword, such as {@code waiting}
 * @param text an explanation
 * @param close the closing order, null if none was stored
 * @param order the order that opens the other direction, null if none was stored
 * @param denials the rules that the order would break, if the result is {@code denied}
 */
public record ReversalBody(
        String symbol,
        String result,
        String text,
        @Nullable OrderBody close,
        @Nullable OrderBody order,
        List<DenialBody> denials) {
    /** Returns the fields of a result. */
    public static ReversalBody of(
            String symbol,
            String result,
            String text,
            @Nullable Order close,
            @Nullable Order order,
            List<Denial> denials) {
        return new ReversalBody(
                symbol,
                result,
                text,
                OrderBody.orNull(close),
                OrderBody.orNull(order),
                DenialBody.of(denials));
    }
}
