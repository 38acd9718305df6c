package dev.lockstep.app.view.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.app.view.body.risk.UsedRulesBody;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.usecase.report.MeasureStrategies.Figures;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A strategy with its figures; amounts are dollars.
 *
 * @param strategy its name
 * @param ordersToday the number of its orders since midnight in New York
 * @param openOrders the number of its open orders
 * @param exposure the value of its positions with all its open orders filled; null if the price of
 *     an order is not known
 * @param realizedToday the realized profit since midnight in New York
 * @param realized the realized profit
 * @param unrealized the unrealized profit, null if it needs a missing price
 * @param symbols the profit by instrument
 * @param rules its limits and pauses
 */
public record StrategyBody(
        String strategy,
        int ordersToday,
        int openOrders,
        @Nullable String exposure,
        String realizedToday,
        String realized,
        @Nullable String unrealized,
        List<SymbolProfitBody> symbols,
        @JsonUnwrapped UsedRulesBody rules) {
    public StrategyBody {
        symbols = List.copyOf(symbols);
    }

    /**
     * Returns the fields of a strategy.
     *
     * @param today the day in New York
     * @param price returns the price of an instrument, null if unknown
     */
    public static StrategyBody of(
            StrategyId strategy,
            Figures figures,
            @Nullable Money exposure,
            LocalDate today,
            Function<Symbol, @Nullable Price> price,
            UsedRulesBody rules) {
        ProfitBody profit = ProfitBody.of(figures.profits(), price);
        return new StrategyBody(
                strategy.value(),
                figures.ordersOn(today),
                figures.openOrders(),
                BodyText.of(exposure),
                figures.realizedOn(today).toString(),
                profit.realized(),
                profit.unrealized(),
                profit.symbols(),
                rules);
    }
}
