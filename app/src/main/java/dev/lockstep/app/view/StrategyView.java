package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.usecase.query.ListStrategies.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Strategies with their limits, orders and holdings, for people and as JSON. */
public final class StrategyView {
    private StrategyView() {}

    /** Returns the table for people. */
    public static Table table(List<Snapshot> strategies) {
        Table table =
                new Table("strategy", "state", "orders today", "open orders", "holds", "limits");
        for (Snapshot each : strategies) {
            table.row(
                    each.strategy(),
                    state(each),
                    each.ordersToday(),
                    each.openOrders(),
                    each.holdings().entrySet().stream()
                            .map(held -> held.getKey() + " " + held.getValue())
                            .collect(Collectors.joining(", ")),
                    limits(each));
        }
        return table;
    }

    /** Returns the JSON for programs. */
    public static ArrayNode json(List<Snapshot> strategies) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        strategies.forEach(each -> array.add(json(each)));
        return array;
    }

    private static ObjectNode json(Snapshot each) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("strategy", each.strategy().value());
        node.put("ordersToday", each.ordersToday());
        node.put("openOrders", each.openOrders());
        ObjectNode holdings = node.putObject("holdings");
        each.holdings()
                .forEach((symbol, netQty) -> holdings.put(symbol.value(), netQty.toString()));
        node.setAll(RiskView.own(each.rules(), each.uses()));
        return node;
    }

    private static String state(Snapshot each) {
        return each.rules().restrictions().stream()
                .map(pause -> "paused by " + pause.who() + ": " + pause.why())
                .findFirst()
                .orElse("active");
    }

    private static String limits(Snapshot each) {
        List<String> texts = new ArrayList<>();
        for (RiskLimit limit : each.rules().limits()) {
            String use = RiskView.use(limit, each.uses());
            texts.add(limit.name().word() + " " + (use.isEmpty() ? limit.value() : use));
        }
        return String.join(", ", texts);
    }
}
