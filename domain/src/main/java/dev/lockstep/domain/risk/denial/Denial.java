package dev.lockstep.domain.risk.denial;

import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One reason why an order is not sent.
 *
 * @param reason the rule
 * @param field the field that breaks it
 * @param value its value
 * @param expected the allowed values
 * @param strategy the strategy whose rule it is, null for a rule of the account or the venue
 */
public record Denial(
        DenialReason reason,
        String field,
        String value,
        String expected,
        @Nullable StrategyId strategy) {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.,:/%+-]+");

    /** Creates a denial by a rule of the account or the venue. */
    public Denial(DenialReason reason, String field, String value, String expected) {
        this(reason, field, value, expected, null);
    }

    /**
     * Returns a code with its details, readable and with fixed keys: {@code price_increment
     * field=limitPrice value=123.456 expected="123.45 or 123.46"}. A detail in quotes has a
     * backslash before each quote and backslash in it. The strategy comes last: {@code
     * strategy=trend}.
     */
    @Override
    public String toString() {
        return ShownValue.of(reason)
                + " field="
                + quoted(field)
                + " value="
                + quoted(value)
                + " expected="
                + quoted(expected)
                + (strategy == null ? "" : " strategy=" + quoted(strategy.value()));
    }

    /** Returns all of them in one text, as it is kept with the order. */
    public static String text(List<Denial> denials) {
        return denials.stream().map(Denial::toString).collect(Collectors.joining("; "));
    }

    private static String quoted(String detail) {
        return BARE.matcher(detail).matches()
                ? detail
                : '"' + detail.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
