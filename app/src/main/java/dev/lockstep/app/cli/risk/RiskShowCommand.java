package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the limits, what may be sent, and what was changed when and by whom. */
@Command(
        name = "show",
        description =
                "Show the limits of the account and of strategies with their use, the trading "
                        + "state and the restrictions in force.")
public final class RiskShowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--changes",
            paramLabel = "COUNT",
            description =
                    "Also show the last COUNT changes, at most " + RiskControl.MAX_CHANGES + ".")
    private int changes;

    public RiskShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (changes < 0 || changes > RiskControl.MAX_CHANGES) {
            throw new InvalidValueException(
                    "--changes", changes, "0 to " + RiskControl.MAX_CHANGES);
        }
        try (StoreUseCases book = OpenPlatform.store(context)) {
            RiskRules rules = book.controlRisk().rules();
            List<RiskChange> last = changes == 0 ? List.of() : book.controlRisk().changes(changes);
            print(book, rules, last);
            return ExitCode.OK.number();
        }
    }

    private void print(StoreUseCases book, RiskRules rules, List<RiskChange> last) {
        Map<LimitName, Integer> uses = book.limitUses().of(rules.limits(), null);
        Map<StrategyId, Map<LimitName, Integer>> strategies = new TreeMap<>();
        rules.strategies()
                .forEach((strategy, own) ->
                        strategies.put(strategy, book.limitUses().of(own.limits(), strategy)));
        if (output.json()) {
            output.print(RiskView.report(rules, uses, strategies, last));
            return;
        }
        output.line(RiskView.state(rules));
        output.print(RiskView.limits(rules, uses));
        if (!rules.strategies().isEmpty()) {
            output.line("");
            output.print(RiskView.strategies(rules, strategies));
        }
        if (!last.isEmpty()) {
            output.line("");
            output.print(RiskView.table(last));
        }
    }
}
