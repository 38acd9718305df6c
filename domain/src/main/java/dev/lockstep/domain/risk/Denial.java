package dev.lockstep.domain.risk;

/**
 * One reason why an order is not sent.
 *
 * @param reason the rule
 * @param field the field of the order that breaks it
 * @param value its value
 * @param expected what would be allowed
 */
public record Denial(DenialReason reason, String field, String value, String expected) {
    /** For example {@code PRICE_INCREMENT limitPrice: 123.456 (expected: 123.45 or 123.46)}. */
    @Override
    public String toString() {
        return reason + " " + field + ": " + value + " (expected: " + expected + ")";
    }
}
