package dev.lockstep.app.config.value;

import java.util.Locale;

/** The source of a setting; a later one overrides an earlier one. */
public enum Origin {
    /** The default. */
    DEFAULT,
    /** The binding of the data folder. */
    FOLDER,
    /** The file of settings in the data folder. */
    FILE,
    /** An environment variable. */
    ENVIRONMENT,
    /** An option of the command. */
    OPTION;

    /** Returns the origin as it is shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
