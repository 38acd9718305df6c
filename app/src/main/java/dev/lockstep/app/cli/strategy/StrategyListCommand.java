package dev.lockstep.app.cli.strategy;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.StrategyView;
import dev.lockstep.app.view.StrategyView.Measured;
import dev.lockstep.app.view.body.risk.UsedRulesBody;
import dev.lockstep.app.view.report.StrategiesBody;
import dev.lockstep.app.view.report.StrategyBody;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.usecase.query.ListStrategies;
import dev.lockstep.domain.usecase.report.MeasureStrategies;
import dev.lockstep.domain.usecase.report.MeasureStrategies.Figures;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists strategies with their limits, orders and holdings, from the database. */
@Command(
        name = "list",
        description =
                "List the strategies that have limits, a key, open orders, orders of today or holdings,"
                        + " with exposure, profit and the use of their limits. Positions are valued"
                        + " at their average price, because the broker is not asked.")
public final class StrategyListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public StrategyListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (StoreUseCases book = OpenPlatform.store(context)) {
            List<Measured> strategies = measured(book);
            if (output.json()) {
                output.print(json(strategies));
            } else if (strategies.isEmpty()) {
                output.line("there is no strategy");
            } else {
                output.print(StrategyView.table(strategies));
            }
            return ExitCode.OK.number();
        }
    }

    private List<Measured> measured(StoreUseCases book) {
        InstantSource clock = context.processEnvironment().clock();
        LocalDate today = DayTrades.dayOf(clock.instant());
        MeasureStrategies measure = new MeasureStrategies(book.repository(), clock);
        SortedMap<StrategyId, Figures> figures = measure.measure();
        return book.listStrategies().list().stream()
                .map(each -> {
                    Figures own = figures.getOrDefault(each.strategy(), Figures.NONE);
                    return new Measured(
                            each,
                            own,
                            measure.exposure(each.strategy(), own, _ -> null).orElse(null),
                            today);
                })
                .toList();
    }

    /** Returns the fields, without those that need a price, because the broker is not asked. */
    private static StrategiesBody json(List<Measured> strategies) {
        return new StrategiesBody(
                strategies.stream().map(StrategyListCommand::body).toList(), null);
    }

    private static StrategyBody body(Measured measured) {
        ListStrategies.Snapshot each = measured.snapshot();
        return StrategyBody.of(
                each.strategy(),
                measured.figures(),
                measured.exposure(),
                measured.today(),
                _ -> null,
                UsedRulesBody.of(each.rules(), each.uses()));
    }
}
