package dev.lockstep.app.cli.data;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands about the events' soundness hang below. */
@Command(
        name = "audit",
        description = "Prove that the orders and their events are what was stored.",
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "which audit command?");
        }
    }
}
