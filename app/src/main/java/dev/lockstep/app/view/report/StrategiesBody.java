package dev.lockstep.app.view.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.app.view.body.risk.UsedRulesBody;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.id.StrategyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All strategies with their profit.
 *
 * @param strategies the strategies, by name
 * @param fault why the broker could not be asked for prices, null if it could
 */
public record StrategiesBody(List<StrategyProfitBody> strategies, @Nullable String fault) {
    /**
     * The figures of one strategy; amounts are dollars.
     *
     * @param strategy its name
     * @param openOrders the number of its open orders
     * @param realized the realized profit
     * @param exposure the value of its positions with all its open orders filled; null if the price
     *     of an order is not known
     * @param realizedToday the realized profit since midnight in New York
     * @param unrealized the unrealized profit, null if it needs a missing price
     * @param symbols the profit by instrument
     * @param rules its limits and pauses
     */
    public record StrategyProfitBody(
            String strategy,
            int openOrders,
            String realized,
            @Nullable String exposure,
            String realizedToday,
            @Nullable String unrealized,
            List<SymbolProfitBody> symbols,
            @JsonUnwrapped UsedRulesBody rules) {

        /** Returns the fields of a strategy. */
        public static StrategyProfitBody of(
                StrategyId strategy,
                int openOrders,
                @Nullable Money exposure,
                Money realizedToday,
                ProfitBody profit,
                UsedRulesBody rules) {
            return new StrategyProfitBody(
                    strategy.value(),
                    openOrders,
                    profit.realized(),
                    BodyText.of(exposure),
                    realizedToday.toString(),
                    profit.unrealized(),
                    profit.symbols(),
                    rules);
        }
    }
}
