package dev.lockstep.app.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest, so that it is written in one place: the pom. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"lockstep " + Objects.requireNonNullElse(version, "(not from a jar)")};
    }
}
