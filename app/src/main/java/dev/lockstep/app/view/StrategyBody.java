package dev.lockstep.app.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.view.StrategyView.Measured;
import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.app.view.body.risk.UsedRulesBody;
import dev.lockstep.domain.usecase.query.ListStrategies.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A strategy with its figures; amounts are dollars.
 *
 * @param strategy its name
 * @param ordersToday the number of its orders of today
 * @param openOrders the number of its open orders
 * @param exposure its exposure at average prices, null if the price of an order is not known
 * @param realizedToday the realized profit since midnight in New York
 * @param realized the realized profit
 * @param holdings its positions, by instrument
 * @param rules its limits and pauses
 */
public record StrategyBody(
        String strategy,
        int ordersToday,
        int openOrders,
        @Nullable String exposure,
        String realizedToday,
        String realized,
        Map<String, String> holdings,
        @JsonUnwrapped UsedRulesBody rules) {

    /** Returns the fields of a strategy. */
    public static StrategyBody of(Measured measured) {
        Snapshot each = measured.snapshot();
        Map<String, String> holdings = new LinkedHashMap<>();
        each.holdings().forEach((symbol, held) -> holdings.put(symbol.value(), held.toString()));
        return new StrategyBody(
                each.strategy().value(),
                each.ordersToday(),
                each.openOrders(),
                BodyText.of(measured.exposure()),
                measured.realizedToday().toString(),
                measured.realized().toString(),
                holdings,
                UsedRulesBody.of(each.rules(), each.uses()));
    }
}
