package dev.lockstep.app.config;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.Locale;

/** Whose money is traded. */
public enum TradingMode {
    /** A simulator on this machine. */
    SIM,
    /** The broker's paper account. */
    PAPER,
    /** Yours. */
    LIVE;

    /** Reads a mode as people write it. */
    public static TradingMode of(String text) {
        for (TradingMode mode : values()) {
            if (mode.word().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new InvalidValueException("mode", text, "sim, paper or live");
    }

    /** Returns the mode as people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
