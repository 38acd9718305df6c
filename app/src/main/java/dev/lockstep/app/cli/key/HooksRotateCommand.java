package dev.lockstep.app.cli.key;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a hook a new URL. */
@Command(
        name = "rotate",
        description = "Give a hook a new URL; the old one is refused from then on.")
public final class HooksRotateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "NAME", description = "Name of the hook.")
    private String name = "";

    public HooksRotateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        KeyName keyName = new KeyName(name);
        try (StoreUseCases book = OpenPlatform.store(context)) {
            return KeyPrinter.print(
                    KeyKind.HOOK,
                    output,
                    book.manageKeys().rotate(KeyKind.HOOK, keyName, ReasonOption.who(context)));
        }
    }
}
