package dev.lockstep.domain.value;

/** The rule that every id and name of the domain follows: short, not blank, printable. */
public final class Text {
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

    /** A text that cannot be encoded would be stored as another one. */
    private static boolean unprintable(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}
