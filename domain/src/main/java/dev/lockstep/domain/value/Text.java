package dev.lockstep.domain.value;

/**
 * Rules for text: an id or a name is short, not blank and printable; a text of a broker can be
 * stored.
 */
public final class Text {
    private static final char NUL = '\0';
    private static final char REPLACEMENT = '\ufffd';

    private Text() {}

    /**
     * Checks an id or a name.
     *
     * @param field the field's name for the message
     * @param value the text to check
     * @param maxChars the longest text allowed, in UTF-16 characters
     * @return the text as it was
     * @throws InvalidValueException if it is blank, longer than {@code maxChars} or has a control
     *     character or an unpaired surrogate, which UTF-8 cannot encode
     */
    public static String printable(String field, String value, int maxChars) {
        if (value.isBlank()
                || value.length() > maxChars
                || value.codePoints().anyMatch(Text::unprintable)) {
            throw new InvalidValueException(
                    field,
                    value.isBlank() ? "blank" : value,
                    "1 to " + maxChars + " printable characters");
        }
        return value;
    }

    /**
     * Returns the text with U+FFFD in place of each NUL, which some databases cannot store. A
     * broker's JSON can have one in escaped form.
     */
    public static String storable(String value) {
        return value.indexOf(NUL) < 0 ? value : value.replace(NUL, REPLACEMENT);
    }

    /** A text that cannot be encoded would be stored as another one. */
    private static boolean unprintable(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}
