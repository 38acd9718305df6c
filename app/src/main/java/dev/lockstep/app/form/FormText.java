package dev.lockstep.app.form;

import dev.lockstep.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Reads the texts of a request: a blank one counts as absent. */
public final class FormText {
    private FormText() {}

    /** Returns the text without blanks around it; null for a blank one. */
    public static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * Returns a text that must be there.
     *
     * @throws InvalidValueException if it is absent
     */
    public static String required(String field, @Nullable String text, String expected) {
        String given = given(text);
        if (given == null) {
            throw new InvalidValueException(field, "missing", expected);
        }
        return given;
    }

    /**
     * Returns the reason of a change.
     *
     * @throws InvalidValueException if it is absent
     */
    public static String reason(@Nullable String text) {
        return required("reason", text, "the reason");
    }
}
