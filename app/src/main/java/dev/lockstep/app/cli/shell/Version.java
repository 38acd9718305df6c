package dev.lockstep.app.cli.shell;

import dev.lockstep.app.config.value.Release;
import picocli.CommandLine.IVersionProvider;

/** Supplies the release for the version option. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Release.text()};
    }
}
