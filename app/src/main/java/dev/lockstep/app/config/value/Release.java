package dev.lockstep.app.config.value;

import java.util.Objects;

/** The version from the jar's manifest, so that it is written in one place: the pom. */
public final class Release {
    private Release() {}

    /** Returns the name and the version, as {@code --version} prints them. */
    public static String text() {
        String version = Release.class.getPackage().getImplementationVersion();
        return "lockstep " + Objects.requireNonNullElse(version, "(not from a jar)");
    }
}
