package dev.lockstep.app.config.value;

import java.util.Locale;

/** Where the value of a setting comes from; what stands later here overrules what stands before. */
public enum Origin {
    /** Nobody said anything. */
    DEFAULT,
    /** What the data folder belongs to. */
    FOLDER,
    /** The file of settings in the data folder. */
    FILE,
    /** An environment variable. */
    ENVIRONMENT,
    /** An option of the command. */
    FLAG;

    /** The origin as it is shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
