package dev.lockstep.app.cli.config;

import dev.lockstep.app.cli.shell.WrongValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent of the commands about settings. */
@Command(name = "config", description = "Show and check the settings.")
public final class ConfigCommand implements Runnable {
    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the command before it runs
    public ConfigCommand() {}

    @Override
    public void run() {
        throw WrongValue.missingCommand(spec);
    }
}
