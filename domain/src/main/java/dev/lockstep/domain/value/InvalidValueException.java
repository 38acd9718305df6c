package dev.lockstep.domain.value;

import org.jspecify.annotations.Nullable;

/**
 * A value that cannot be, named as {@code field: value (expected: rule)}.
 *
 * <p>Thrown by the constructors of every value type. The three parts stay apart so that a caller
 * can put them into a form, a row of a table or an API answer.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN_CHARS = 80;

    private final String field;
    private final String value;
    private final String expected;

    /**
     * Names a wrong value.
     *
     * @param field the field as its user calls it, for example {@code qty}
     * @param value the offending value; only its first 80 characters are kept
     * @param expected what would have been allowed, for example {@code > 0}
     */
    public InvalidValueException(String field, Object value, String expected) {
        this(field, shown(ShownValue.of(value)), expected, null);
    }

    private InvalidValueException(
            String field, String value, String expected, @Nullable Throwable cause) {
        super(field + ": " + value + " (expected: " + expected + ")", cause);
        this.field = field;
        this.value = value;
        this.expected = expected;
    }

    /**
     * Returns the same complaint under the name the caller's user knows, such as {@code
     * limitPrice}.
     */
    public InvalidValueException in(String callersField) {
        return new InvalidValueException(callersField, value, expected, this);
    }

    /** Returns the field as its user calls it. */
    public String field() {
        return field;
    }

    /** Returns the offending value, shortened and without control characters. */
    public String value() {
        return value;
    }

    /** Returns the allowed values. */
    public String expected() {
        return expected;
    }

    private static String shown(String text) {
        String printable =
                text.codePoints()
                        .limit(MAX_SHOWN_CHARS)
                        .map(c -> Character.isISOControl(c) ? '?' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return text.length() > printable.length() ? printable + "…" : printable;
    }
}
