package dev.lockstep.app.cli.strategy;

import dev.lockstep.app.cli.shell.WrongValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent of the commands on strategies. */
@Command(
        name = "strategy",
        description = "List strategies, or pause or resume one, in every process on this folder.",
        synopsisSubcommandLabel = "COMMAND")
public final class StrategyCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw WrongValue.missingCommand(spec);
        }
    }
}
