package dev.lockstep.app.config;

import dev.lockstep.app.config.value.Origin;

/**
 * A setting for display, never with a secret.
 *
 * @param name its name
 * @param value its value; as written if invalid; empty if not set
 * @param origin its source
 * @param place where exactly
 */
public record ShownSetting(String name, String value, Origin origin, String place) {
    /** The placeholder of a secret. */
    static final String REDACTED = "***";
}
