package dev.lockstep.app.view;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.usecase.query.ListStrategies.Snapshot;
import dev.lockstep.domain.usecase.report.MeasureStrategies.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Strategies with their limits, orders and holdings as a table. */
public final class StrategyView {
    private StrategyView() {}

    public static Table table(List<Measured> strategies) {
        Table table =
                new Table(
                        "strategy",
                        "state",
                        "orders today",
                        "open orders",
                        "holds",
                        "exposure",
                        "realized today",
                        "realized",
                        "limits");
        for (Measured measured : strategies) {
            Snapshot each = measured.snapshot();
            table.row(
                    each.strategy(),
                    state(each),
                    measured.figures().ordersOn(measured.today()),
                    measured.figures().openOrders(),
                    each.holdings().entrySet().stream()
                            .map(held -> held.getKey() + " " + held.getValue())
                            .collect(Collectors.joining(", ")),
                    measured.exposure() == null ? "unknown" : measured.exposure(),
                    new CellFormat.Profit(measured.figures().realizedOn(measured.today())),
                    new CellFormat.Profit(measured.figures().profits().realized()),
                    limits(measured));
        }
        return table;
    }

    /**
     * A strategy with its figures.
     *
     * @param snapshot its limits and holdings
     * @param figures its orders and profit
     * @param exposure dollars at average prices, null if the price of an order is not known
     * @param today the day in New York
     */
    public record Measured(
            Snapshot snapshot, Figures figures, @Nullable Money exposure, LocalDate today) {}

    private static String state(Snapshot each) {
        return each.rules().restrictions().stream()
                .map(pause -> "paused by " + pause.who() + ": " + pause.why())
                .findFirst()
                .orElse("active");
    }

    private static String limits(Measured measured) {
        Snapshot each = measured.snapshot();
        List<String> texts = new ArrayList<>();
        for (RiskLimit limit : each.rules().limits()) {
            String use = use(limit, measured);
            texts.add(limit.name().word() + " " + (use.isEmpty() ? limit.value() : use));
        }
        return String.join(", ", texts);
    }

    private static String use(RiskLimit limit, Measured measured) {
        return limit instanceof RiskLimit.CapitalBudget(Money max) && measured.exposure() != null
                ? measured.exposure() + " of " + max
                : RiskView.use(limit, measured.snapshot().uses());
    }
}
