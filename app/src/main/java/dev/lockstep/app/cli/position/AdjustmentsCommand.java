package dev.lockstep.app.cli.position;

import dev.lockstep.app.cli.shell.WrongValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The parent of the commands about fees, dividends, splits and other adjustments. */
@Command(
        name = "adjustments",
        description = "List fees, dividends, splits, transfers and other adjustments.",
        synopsisSubcommandLabel = "COMMAND")
public final class AdjustmentsCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw WrongValue.missingCommand(spec);
        }
    }
}
