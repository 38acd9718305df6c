package dev.lockstep.app.view.report;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.position.AdjustmentTotals;
import dev.lockstep.domain.position.AverageCost;
import org.jspecify.annotations.Nullable;

/**
 * The profit of one instrument in dollars.
 *
 * @param symbol the instrument
 * @param realized the realized profit
 * @param openQty the position, negative if short
 * @param avgEntryPrice the average entry price, null without a position
 * @param lastPrice the last price, null if unknown
 * @param unrealized the unrealized profit, null if it needs a missing price
 * @param marketValue the value of the position, null if it needs a missing price
 * @param fees the fees, negative if paid
 * @param dividends the dividends
 */
public record SymbolProfitBody(
        String symbol,
        String realized,
        String openQty,
        @Nullable String avgEntryPrice,
        @Nullable String lastPrice,
        @Nullable String unrealized,
        @Nullable String marketValue,
        String fees,
        String dividends) {

    /** Returns the fields of an instrument. */
    static SymbolProfitBody of(
            Symbol symbol, AverageCost each, @Nullable Price price, AdjustmentTotals adjusted) {
        boolean flat = each.openQty().flat();
        return new SymbolProfitBody(
                symbol.value(),
                each.realized().toString(),
                each.openQty().toString(),
                BodyText.of(each.avgPx()),
                BodyText.of(price),
                worth(flat, price == null ? null : each.unrealized(price)),
                worth(flat, price == null ? null : each.value(price)),
                adjusted.fees().toString(),
                adjusted.dividends().toString());
    }

    /** Returns the worth; a position of zero is worth zero without a price. */
    private static @Nullable String worth(boolean flat, @Nullable Money worth) {
        return BodyText.of(flat ? Money.ZERO : worth);
    }
}
