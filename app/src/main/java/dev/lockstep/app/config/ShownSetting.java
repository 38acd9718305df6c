package dev.lockstep.app.config;

import dev.lockstep.app.config.value.Origin;

/**
 * A setting as it is shown: never with a secret.
 *
 * @param name its name
 * @param value its value in words; as it was written where it is wrong; empty where there is none
 * @param origin where it comes from
 * @param place where exactly
 */
public record ShownSetting(String name, String value, Origin origin, String place) {
    /** What is shown of a secret. */
    static final String REDACTED = "***";
}
