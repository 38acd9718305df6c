package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ResultExitCodes;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.change.AdoptView;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.usecase.sync.AdoptOrder;
import dev.lockstep.domain.usecase.sync.AdoptResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adopts external orders. */
@Command(
        name = "adopt",
        description =
                "Store external orders as orders of Lockstep, together with their "
                        + "legs. 'lockstep order list --external' lists the candidates.")
public final class OrderAdoptCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(
            paramLabel = "BROKER_ID",
            arity = "1..1000",
            description = "Ids of the orders at the broker.")
    private List<String> names = List.of();

    @Option(names = "--dry-run", description = "Show what would be adopted; store nothing.")
    private boolean dryRun;

    public OrderAdoptCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<BrokerOrderId> ids = names.stream().map(BrokerOrderId::new).toList();
        context.settings().requireOurs();
        try (TradingPlatform tradingPlatform =
                dryRun ? OpenPlatform.open(context) : OpenPlatform.openNew(context)) {
            List<CommandResult<AdoptView>> lines = new ArrayList<>();
            AdoptOrder adoptOrder = tradingPlatform.brokerUseCases().adoptOrder();
            for (BrokerOrderId id : ids) {
                AdoptResult result = dryRun ? adoptOrder.check(id) : adoptOrder.adopt(id);
                lines.add(
                        new CommandResult<>(AdoptView.of(id, result), ResultExitCodes.of(result)));
            }
            print(CommandResult.views(lines));
            return CommandResult.code(lines).number();
        }
    }

    private void print(List<AdoptView> lines) {
        if (output.json()) {
            output.print(lines.stream().map(AdoptView::json).toList());
            return;
        }
        Table table = new Table("broker id", "adopt", "order", "");
        lines.forEach(line -> {
            Order order = line.order();
            table.row(
                    line.id(),
                    line.result().replace('_', ' '),
                    order == null ? "" : order.id(),
                    line.text());
        });
        output.print(table);
    }
}
