package dev.lockstep.domain.value;

import java.util.Locale;

/** Values as messages show them: as a request writes them. */
public final class ShownValue {
    private ShownValue() {}

    /** Returns the text of a value; a constant is in small letters. */
    public static String of(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT)
                : value.toString();
    }
}
