package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that an order breaks.
 *
 * @param code the rule
 * @param field the field that breaks it
 * @param value its value
 * @param expected the allowed values
 * @param strategy the strategy whose limit it is, null for a rule of the account or the venue
 * @param text all of these in words
 */
public record DenialBody(
        String code,
        String field,
        String value,
        String expected,
        @Nullable String strategy,
        String text) {
    /** Returns the fields of a denial. */
    public static DenialBody of(Denial denial) {
        return new DenialBody(
                ShownValue.of(denial.reason()),
                denial.field(),
                denial.value(),
                denial.expected(),
                BodyText.of(denial.strategy()),
                DenialText.reason(denial));
    }

    /** Returns the fields of denials. */
    public static List<DenialBody> of(List<Denial> denials) {
        return denials.stream().map(DenialBody::of).toList();
    }

    /** Returns the rules that a denied order broke; empty for any other order. */
    static List<DenialBody> of(Order order) {
        return order.status() == OrderStatus.DENIED
                ? of(DenialText.in(order.state().text()))
                : List.of();
    }
}
