package dev.lockstep.app.cli.key;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.RiskLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a hook and prints its URL once. */
@Command(
        name = "add",
        description =
                "Add a hook for alerts. Its URL is printed once; the secret in it is stored as a"
                        + " hash.")
public final class HooksAddCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private LimitOptions limits = new LimitOptions();

    @Parameters(paramLabel = "NAME", description = "Name of the hook, such as tv.")
    private String name = "";

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Strategy that owns the orders of the hook (default: the hook's name).")
    private @Nullable String strategy;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description =
                    "JSON file that names where the body has each value, such as"
                            + " {\"qty\": \"/order/qty\", \"type\": \"=market\"} (default: the"
                            + " fields' own names).")
    private @Nullable Path template;

    public HooksAddCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        KeyName hook = new KeyName(name);
        StrategyId owner = strategy == null ? hook.strategy() : new StrategyId(strategy);
        HookTemplate read =
                template == null ? HookTemplate.DEFAULT : HookTemplateFile.read(template);
        List<RiskLimit> set = limits.limits();
        try (StoreUseCases book = OpenPlatform.newStore(context)) {
            return KeyPrinter.print(
                    KeyKind.HOOK,
                    output,
                    book.manageKeys().addHook(hook, owner, read, set, ReasonOption.who(context)));
        }
    }
}
