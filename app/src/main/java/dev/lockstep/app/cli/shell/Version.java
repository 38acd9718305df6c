package dev.lockstep.app.cli.shell;

import dev.lockstep.app.config.value.Release;
import picocli.CommandLine.IVersionProvider;

/** Tells the release to the option that asks for it. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Release.text()};
    }
}
