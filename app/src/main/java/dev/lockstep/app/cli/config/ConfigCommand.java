package dev.lockstep.app.cli.config;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is set. */
@Command(name = "config", description = "Show and check the settings.")
public final class ConfigCommand implements Runnable {
    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the command before it runs
    public ConfigCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
