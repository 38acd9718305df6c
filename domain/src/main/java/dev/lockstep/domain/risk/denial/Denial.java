package dev.lockstep.domain.risk.denial;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One reason why an order is not sent.
 *
 * @param reason the rule
 * @param field the field that breaks it
 * @param value its value
 * @param expected the allowed values
 */
public record Denial(DenialReason reason, String field, String value, String expected) {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.,:/%+-]+");

    /**
     * Returns a code with its details, for people and for programs: {@code PRICE_INCREMENT
     * field=limitPrice value=123.456 expected="123.45 or 123.46"}. A detail in quotes has a
     * backslash before each quote and backslash in it.
     */
    @Override
    public String toString() {
        return reason
                + " field="
                + quoted(field)
                + " value="
                + quoted(value)
                + " expected="
                + quoted(expected);
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
