package dev.lockstep.app.config.value;

import java.util.Map;

/** The environment variables that belong to Lockstep. */
public final class SettingVariables {
    /** The beginning of their names. */
    public static final String PREFIX = "LOCKSTEP_";

    private SettingVariables() {}

    /** Removes them from an environment. */
    public static void removeFrom(Map<String, String> environment) {
        environment.keySet().removeIf(variable -> variable.startsWith(PREFIX));
    }
}
