package dev.lockstep.app.cli.key;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.RiskLimit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a trading key and prints its secret once. */
@Command(
        name = "add",
        description = "Add a key for a bot. Its secret is printed once and stored as a hash.")
public final class KeysAddCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private LimitOptions limits = new LimitOptions();

    @Parameters(paramLabel = "NAME", description = "Name of the key, such as trend.")
    private String name = "";

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Strategy that owns the orders of the key (default: the key's name).")
    private @Nullable String strategy;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "trade, or read for a key that submits nothing (default: trade).")
    private KeyRole role = KeyRole.TRADE;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description =
                    "account, or strategy for a key that shows the orders and positions of its"
                            + " strategy only (default: account).")
    private KeyView view = KeyView.ACCOUNT;

    public KeysAddCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        KeyName keyName = new KeyName(name);
        StrategyId owner = strategy == null ? keyName.strategy() : new StrategyId(strategy);
        List<RiskLimit> set = limits.limits();
        try (StoreUseCases book = OpenPlatform.newStore(context)) {
            return KeyPrinter.print(
                    KeyKind.BOT,
                    output,
                    book.manageKeys()
                            .add(keyName, owner, role, view, set, ReasonOption.who(context)));
        }
    }
}
