package dev.lockstep.app.cli.risk;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands about limits hang below. */
@Command(
        name = "risk",
        description = "Show, set or clear the limits that every process here obeys.",
        synopsisSubcommandLabel = "COMMAND")
public final class RiskCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "which risk command?");
        }
    }
}
