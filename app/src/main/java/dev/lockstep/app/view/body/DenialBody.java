package dev.lockstep.app.view.body;

import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.value.ShownValue;

/**
 * A rule that an order breaks.
 *
 * @param code the rule
 * @param field the field that breaks it
 * @param value its value
 * @param expected the allowed values
 * @param text all of these in one line
 */
public record DenialBody(String code, String field, String value, String expected, String text) {
    /** Returns the fields of a denial. */
    public static DenialBody of(Denial denial) {
        return new DenialBody(
                ShownValue.of(denial.reason()),
                denial.field(),
                denial.value(),
                denial.expected(),
                denial.toString());
    }
}
