package dev.lockstep.app.cli.strategy;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.StrategyView;
import dev.lockstep.domain.usecase.query.ListStrategies.Snapshot;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists strategies with their limits, orders and holdings, from the database. */
@Command(
        name = "list",
        description =
                "List the strategies that have limits, open orders, orders of today or holdings, "
                        + "with the use of their limits.")
public final class StrategyListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public StrategyListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.newStore(context)) {
            List<Snapshot> strategies = book.listStrategies().list();
            if (output.json()) {
                output.print(StrategyView.json(strategies));
            } else if (strategies.isEmpty()) {
                output.line("there is no strategy");
            } else {
                output.print(StrategyView.table(strategies));
            }
            return ExitCode.OK.number();
        }
    }
}
