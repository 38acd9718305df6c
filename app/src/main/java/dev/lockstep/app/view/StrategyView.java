package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.body.risk.UsedRulesBody;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.usecase.query.ListStrategies.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Strategies with their limits, orders and holdings, for people and as JSON. */
public final class StrategyView {
    private StrategyView() {}

    /** Returns the table for people. */
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
                    each.ordersToday(),
                    each.openOrders(),
                    each.holdings().entrySet().stream()
                            .map(held -> held.getKey() + " " + held.getValue())
                            .collect(Collectors.joining(", ")),
                    measured.exposure() == null ? "unknown" : measured.exposure(),
                    measured.realizedToday(),
                    measured.realized(),
                    limits(measured));
        }
        return table;
    }

    /** Returns the JSON for programs. */
    public static ArrayNode json(List<Measured> strategies) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        strategies.forEach(each -> array.add(json(each)));
        return array;
    }

    private static ObjectNode json(Measured measured) {
        Snapshot each = measured.snapshot();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("strategy", each.strategy().value());
        node.put("ordersToday", each.ordersToday());
        node.put("openOrders", each.openOrders());
        put(node, measured.exposure(), measured.realizedToday());
        node.put("realized", measured.realized().toString());
        ObjectNode holdings = node.putObject("holdings");
        each.holdings()
                .forEach((symbol, netQty) -> holdings.put(symbol.value(), netQty.toString()));
        node.setAll(BodyTree.of(UsedRulesBody.of(each.rules(), each.uses())));
        return node;
    }

    /** Adds the exposure and the realized profit of today, both in dollars. */
    public static void put(ObjectNode node, @Nullable Money exposure, Money realizedToday) {
        node.put("exposure", exposure == null ? null : exposure.toString());
        node.put("realizedToday", realizedToday.toString());
    }

    /**
     * A strategy with its figures.
     *
     * @param snapshot its limits, orders and holdings
     * @param exposure dollars at average prices, null if the price of an order is not known
     * @param realizedToday dollars since midnight in New York
     * @param realized dollars
     */
    public record Measured(
            Snapshot snapshot, @Nullable Money exposure, Money realizedToday, Money realized) {}

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
