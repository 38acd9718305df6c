package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.history.BarSeries;
import dev.lockstep.simulator.exchange.history.MarketBar;
import dev.lockstep.simulator.exchange.ledger.Splits;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Closes of the session before the current day, adjusted for splits since. Each is read from the
 * history once a day. Not thread-safe.
 */
final class LastCloses {
    private final ExchangeBook book;
    private final PriceBoard prices;
    private final Bars bars;
    private final Map<String, Close> bySymbol = new HashMap<>();

    /**
     * A close as known on a day.
     *
     * @param actions the number of corporate actions so far, after which it may differ
     */
    private record Close(LocalDate day, int actions, BigDecimal price) {}

    LastCloses(ExchangeBook book, PriceBoard prices, Bars bars) {
        this.book = book;
        this.prices = prices;
        this.bars = bars;
    }

    /** Returns the close; on the first day of replayed bars, their first price. */
    BigDecimal of(Asset asset, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, BarSeries.zone(asset));
        int actions = book.corporateActions().size();
        Close known = bySymbol.get(asset.symbol());
        if (known == null || known.actions() != actions || !known.day().equals(day)) {
            known = new Close(day, actions, read(asset, now));
            bySymbol.put(asset.symbol(), known);
        }
        return known.price();
    }

    private BigDecimal read(Asset asset, Instant now) {
        List<Bar> replayed = bars.of(asset.symbol());
        return prices.history(asset, now)
                .previousDaily(now)
                .map(MarketBar::close)
                .orElseGet(() ->
                        replayed.isEmpty()
                                ? asset.referencePrice()
                                : Splits.of(asset, book.corporateActions())
                                        .price(replayed.getFirst().open()));
    }
}
