package dev.lockstep.app.cli.data;

import dev.lockstep.app.cli.shell.WrongValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent of the commands about where orders are kept. */
@Command(
        name = "store",
        description = "Move the orders to another store.",
        synopsisSubcommandLabel = "COMMAND")
public final class StoreCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw WrongValue.missingCommand(spec);
        }
    }
}
