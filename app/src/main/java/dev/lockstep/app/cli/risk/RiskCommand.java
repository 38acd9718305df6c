package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.WrongValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent of the risk commands. */
@Command(
        name = "risk",
        description =
                "Show, set or remove the limits that every process on this folder " + "obeys.",
        synopsisSubcommandLabel = "COMMAND")
public final class RiskCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw WrongValue.missingCommand(spec);
        }
    }
}
