package dev.lockstep.app.form;

import dev.lockstep.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of a request: null is absent, and a blank one is refused, since it comes from a
 * variable that was never set.
 */
public final class FormText {
    private FormText() {}

    /**
     * Returns an optional text without blanks around it; null if it is absent.
     *
     * @throws InvalidValueException if it is blank: without it the request would be another one
     */
    public static @Nullable String given(String field, @Nullable String text, String expected) {
        if (text != null && text.isBlank()) {
            throw new InvalidValueException(field, "empty", expected);
        }
        return text == null ? null : text.strip();
    }

    /**
     * Returns a text that must be there.
     *
     * @throws InvalidValueException if it is absent or blank
     */
    public static String required(String field, @Nullable String text, String expected) {
        if (text == null || text.isBlank()) {
            throw new InvalidValueException(field, "missing", expected);
        }
        return text.strip();
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
