package dev.lockstep.app.cli.key;

import dev.lockstep.app.cli.shell.WrongValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent of the commands for hooks. */
@Command(
        name = "hooks",
        description =
                "Add, list, rotate or revoke the URLs to which TradingView and others send alerts.",
        synopsisSubcommandLabel = "COMMAND")
public final class HooksCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw WrongValue.missingCommand(spec);
        }
    }
}
