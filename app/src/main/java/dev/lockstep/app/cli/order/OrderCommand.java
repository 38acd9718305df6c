package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.WrongValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent of the order commands. */
@Command(
        name = "order",
        description = "Submit, list, show, replace, cancel or adopt orders.",
        synopsisSubcommandLabel = "COMMAND")
public final class OrderCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw WrongValue.missingCommand(spec);
        }
    }
}
