package dev.lockstep.app.cli.key;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.domain.access.KeyKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the hooks without their secrets. */
@Command(name = "list", description = "List the hooks for alerts, without their secrets.")
public final class HooksListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public HooksListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.store(context)) {
            KeyPrinter.list(output, KeyKind.HOOK, book.manageKeys().list(KeyKind.HOOK));
            return ExitCode.OK.number();
        }
    }
}
