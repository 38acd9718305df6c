package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.Splits;
import dev.lockstep.simulator.exchange.market.LiveMinutes;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.time.Instant;
import java.util.List;

/** Market history of all assets: replayed bars where there are some, else seeded prices. */
public final class MarketHistory {
    private final Bars bars;
    private final boolean aroundTheClock;

    public MarketHistory(ExchangeHours hours, Bars bars) {
        this.bars = bars;
        this.aroundTheClock = hours instanceof AlwaysOpen;
    }

    /**
     * Returns the bars and trades of an asset up to now.
     *
     * @param opening the first entry of the exchange's ledger
     * @param actions the corporate actions so far, of all assets
     */
    public BarSeries of(
            Asset asset,
            LedgerEntry.VenueOpened opening,
            LiveMinutes live,
            List<LedgerEntry.CorporateActionTaken> actions,
            Instant now) {
        List<LedgerEntry.CorporateActionTaken> own =
                actions.stream()
                        .filter(taken -> taken.action().symbol().equals(asset.symbol()))
                        .toList();
        List<Bar> replayed = bars.of(asset.symbol());
        DaySource days =
                replayed.isEmpty()
                        ? new SeededDays(
                                asset,
                                opening.seed(),
                                new HistoryHours(opening.at(), aroundTheClock),
                                live.of(asset.symbol()),
                                now)
                        : new FileDays(
                                Splits.of(asset, own),
                                bars.played(asset.symbol(), Instant.MIN, now, now),
                                now);
        return new BarSeries(days, own);
    }
}
