package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.market.Market;
import dev.lockstep.simulator.exchange.market.PriceWalk;
import dev.lockstep.simulator.exchange.matching.Matcher;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Assets and their prices. Each price move fills the orders it triggers. */
public final class PriceBoard {
    private final ExchangeBook book;
    private final Journal journal;
    private final AssetCatalog listing;
    private final ClockAdvance passage;
    private final PriceWalk walk;
    private final Matcher matcher;
    private final ExchangeHours hours;
    private final Bars bars;
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
        this.bars = config.bars();
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

    /** Returns whether the price follows bars. */
    public boolean follows(Asset asset) {
        return !bars.of(asset.symbol()).isEmpty();
    }

    /** Returns the completed bars of an asset that start within the given times. */
    public List<Bar> bars(Asset asset, Instant from, Instant until, Instant now) {
        return bars.played(asset.symbol(), from, until, now);
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

    /** Moves the price of every open order and position by one step. */
    public void tickWatched(Instant now) {
        Instant at = passage.advance(now);
        for (String symbol : book.watched()) {
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
