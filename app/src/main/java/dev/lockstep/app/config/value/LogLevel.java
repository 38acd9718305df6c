package dev.lockstep.app.config.value;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.Locale;

/** Log levels. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE;

    public static LogLevel of(String text) {
        for (LogLevel level : values()) {
            if (level.word().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return level;
            }
        }
        throw new InvalidValueException("log-level", text, "error, warn, info, debug or trace");
    }

    /** Returns the level as people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
