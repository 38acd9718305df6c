package dev.lockstep.app.cli;

import dev.lockstep.app.config.Release;
import picocli.CommandLine.IVersionProvider;

/** Tells the release to the option that asks for it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Release.text()};
    }
}
