package dev.lockstep.app.view.body;

import org.jspecify.annotations.Nullable;

/** Values as the text of a field; numbers are text, because they are exact. */
public final class BodyText {
    private BodyText() {}

    /** Returns the text; null for null. */
    public static @Nullable String of(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Returns the text; null for an empty one. */
    public static @Nullable String notEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
