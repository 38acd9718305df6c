package dev.lockstep.app.cli.notify;

import dev.lockstep.app.cli.shell.WrongValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent of the commands for notifications. */
@Command(
        name = "notify",
        description = "List the channels of notifications, or try one.",
        synopsisSubcommandLabel = "COMMAND")
public final class NotifyCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw WrongValue.missingCommand(spec);
        }
    }
}
