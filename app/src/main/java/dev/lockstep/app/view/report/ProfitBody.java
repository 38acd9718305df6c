package dev.lockstep.app.view.report;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.position.AdjustmentTotals;
import dev.lockstep.domain.position.AverageCost;
import dev.lockstep.domain.position.Profits;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Profits in dollars; a value that needs a missing price is null.
 *
 * @param symbols the profit by instrument
 * @param realized the realized profit
 * @param unrealized the unrealized profit
 * @param fees the fees, negative if paid
 * @param dividends the dividends
 * @param account the amounts without an instrument
 */
public record ProfitBody(
        List<SymbolProfitBody> symbols,
        String realized,
        @Nullable String unrealized,
        String fees,
        String dividends,
        AccountProfitBody account) {

    /**
     * Returns the fields of profits.
     *
     * @param lastPx the price of an instrument, null if unknown
     */
    public static ProfitBody of(Profits profits, Function<Symbol, @Nullable Price> lastPx) {
        return new ProfitBody(
                profits.bySymbol().entrySet().stream()
                        .map(each ->
                                SymbolProfitBody.of(
                                        each.getKey(),
                                        each.getValue(),
                                        lastPx.apply(each.getKey()),
                                        profits.adjusted(each.getKey())))
                        .toList(),
                profits.realized().toString(),
                BodyText.of(unrealized(profits, lastPx)),
                profits.allAdjusted().fees().toString(),
                profits.allAdjusted().dividends().toString(),
                AccountProfitBody.of(profits.account()));
    }

    private static @Nullable Money unrealized(
            Profits profits, Function<Symbol, @Nullable Price> lastPx) {
        Money sum = Money.ZERO;
        for (Map.Entry<Symbol, AverageCost> each : profits.bySymbol().entrySet()) {
            Price price = lastPx.apply(each.getKey());
            if (price != null) {
                sum = sum.plus(each.getValue().unrealized(price));
            } else if (!each.getValue().openQty().flat()) {
                return null;
            }
        }
        return sum;
    }

    /**
     * Interest, fees and dividends without an instrument.
     *
     * @param fees the fees, negative if paid
     * @param dividends the dividends
     * @param interest the interest
     * @param other all other amounts
     */
    public record AccountProfitBody(String fees, String dividends, String interest, String other) {
        private static AccountProfitBody of(AdjustmentTotals totals) {
            return new AccountProfitBody(
                    totals.fees().toString(),
                    totals.dividends().toString(),
                    totals.interest().toString(),
                    totals.other().toString());
        }
    }
}
