package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.history.BarSeries;
import dev.lockstep.simulator.exchange.history.MarketHistory;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.market.Market;
import dev.lockstep.simulator.exchange.market.PriceWalk;
import dev.lockstep.simulator.exchange.matching.PriceMoves;
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
    private final AssetCatalog listing;
    private final ClockAdvance passage;
    private final PriceWalk walk;
    private final PriceMoves moves;
    private final ExchangeHours hours;
    private final MarketHistory history;
    private final boolean walking;
    private final boolean past;

    PriceBoard(
            ExchangeBook book,
            AssetCatalog listing,
            ClockAdvance passage,
            PriceWalk walk,
            PriceMoves moves,
            ExchangeConfig config) {
        this.book = book;
        this.listing = listing;
        this.passage = passage;
        this.walk = walk;
        this.moves = moves;
        this.hours = config.hours();
        this.history = new MarketHistory(config.hours(), config.bars());
        book.market().liveMinutes().ignore(config.bars().bySymbol().keySet());
        this.walking = config.walking() && config.bars().none();
        this.past = config.past();
    }

    /** Finds an asset by symbol, pair or id. */
    public Optional<Asset> asset(String text) {
        return listing.find(text);
    }

    /** Returns the assets known so far. */
    public Collection<Asset> assets() {
        return listing.all();
    }

    /** Returns the symbols that were asked for and are not listed for want of bars. */
    public Set<String> unlistedRequests() {
        return listing.unlistedRequests();
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

    /** Sets a price, near which its walk goes on; orders that it triggers fill at it. */
    public void setPrice(Asset asset, BigDecimal price, Instant now) {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price: " + price + " (expected: > 0)");
        }
        Instant at = passage.advance(now);
        moves.set(asset, price, at);
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
     * Moves the price of a symbol for which an order was accepted, unless the market is one of the
     * past.
     *
     * @param newest the number of the last order that the new price may fill
     */
    void afterOrder(Asset asset, long newest, Instant at) {
        if (!past) {
            walkOneStep(asset, newest, at);
        }
    }

    /** Moves a price by one step if prices walk and the market is open. */
    private void walkOneStep(Asset asset, long newest, Instant at) {
        if (walking && hours.open(asset.assetClass(), true, at)) {
            step(asset, newest, at);
        }
    }

    private void step(Asset asset, long newest, Instant at) {
        Market.Tick tick = book.market().tick(asset);
        BigDecimal next = walk.next(asset, tick, book.market().reference(asset));
        moves.glide(asset, next, tick.step() + 1, newest, at);
    }
}
