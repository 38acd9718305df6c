package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.history.BarSeries;
import dev.lockstep.simulator.exchange.history.MarketHistory;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.market.Market;
import dev.lockstep.simulator.exchange.market.PriceWalk;
import dev.lockstep.simulator.exchange.matching.Matcher;
import dev.lockstep.simulator.exchange.model.Asset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Assets and their prices. Each price move fills the orders it triggers. */
public final class PriceBoard {
    private final ExchangeBook book;
    private final Journal journal;
    private final AssetCatalog listing;
    private final ClockAdvance passage;
    private final PriceWalk walk;
    private final Matcher matcher;
    private final ExchangeHours hours;
    private final MarketHistory history;
    private final boolean walking;

    PriceBoard(
            ExchangeBook book,
            Journal journal,
            AssetCatalog listing,
            ClockAdvance passage,
            PriceWalk walk,
            Matcher matcher,
            ExchangeConfig config) {
        this.book = book;
        this.journal = journal;
        this.listing = listing;
        this.passage = passage;
        this.walk = walk;
        this.matcher = matcher;
        this.hours = config.hours();
        this.history = new MarketHistory(config.hours(), config.bars());
        book.market().liveMinutes().ignore(config.bars().bySymbol().keySet());
        this.walking = config.walking() && config.bars().none();
    }

    /** Finds an asset by symbol, pair or id. */
    public Optional<Asset> asset(String text) {
        return listing.find(text);
    }

    /** Returns the assets known so far. */
    public Collection<Asset> assets() {
        return listing.all();
    }

    /** Returns the current price. */
    public BigDecimal price(Asset asset) {
        return book.market().price(asset);
    }

    /** Returns the bars and trades of an asset up to now. */
    public BarSeries history(Asset asset, Instant now) {
        return history.of(
                asset,
                Objects.requireNonNull(book.opening(), "venue: not open (expected: an account)"),
                book.market().liveMinutes(),
                book.corporateActions(),
                now);
    }

    /** Sets a price and fills the orders it triggers. */
    public void setPrice(Asset asset, BigDecimal price, Instant now) {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price: " + price + " (expected: > 0)");
        }
        Instant at = passage.advance(now);
        long step = book.market().tick(asset).step();
        journal.write(new LedgerEntry.PriceMoved(at, asset.symbol(), price, step));
        matcher.sweep(asset, book.lastOrderNumber(), at);
    }

    /** Moves a price by one step of its walk and fills the orders it triggers. */
    public void tick(Asset asset, Instant now) {
        Instant at = passage.advance(now);
        step(asset, book.lastOrderNumber(), at);
    }

    /**
     * Moves the price of every open order and position by one step.
     *
     * @param others further symbols whose prices move
     */
    public void tickWatched(Set<String> others, Instant now) {
        Instant at = passage.advance(now);
        Set<String> symbols = new TreeSet<>(book.watched());
        symbols.addAll(others);
        for (String symbol : symbols) {
            listing.find(symbol).ifPresent(asset -> walkOneStep(asset, book.lastOrderNumber(), at));
        }
    }

    /**
     * Moves a price by one step if prices walk and the market is open.
     *
     * @param newest the number of the last order that the new price may fill
     */
    void walkOneStep(Asset asset, long newest, Instant at) {
        if (walking && hours.open(asset.assetClass(), true, at)) {
            step(asset, newest, at);
        }
    }

    private void step(Asset asset, long newest, Instant at) {
        Market.Tick tick = book.market().tick(asset);
        BigDecimal next = walk.next(asset, tick.price(), tick.step() + 1);
        journal.write(new LedgerEntry.PriceMoved(at, asset.symbol(), next, tick.step() + 1));
        matcher.sweep(asset, newest, at);
    }
}
