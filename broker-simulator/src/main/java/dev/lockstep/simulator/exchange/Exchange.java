package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.book.OrderQuota;
import dev.lockstep.simulator.exchange.book.Valuation;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.ledger.AccountSettings;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.LedgerListener;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.market.Disturbance;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.market.MarketFaults;
import dev.lockstep.simulator.exchange.market.PriceWalk;
import dev.lockstep.simulator.exchange.market.SeededRandom;
import dev.lockstep.simulator.exchange.matching.BarPlayer;
import dev.lockstep.simulator.exchange.matching.Contingency;
import dev.lockstep.simulator.exchange.matching.Matcher;
import dev.lockstep.simulator.exchange.matching.PriceMoves;
import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.rule.HoldingRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * An exchange that fills orders against a seeded price.
 *
 * <p>It is deterministic: the same seed and the same requests at the same times produce the same
 * ledger. It is not thread-safe; callers must synchronize.
 *
 * <p>A price moves by one step of its random walk with each order accepted for its symbol, by
 * {@link PriceBoard#tick}, and when it is set. Reading a price never moves it. If the walk is
 * switched off, orders do not move prices either.
 */
public final class Exchange {
    private static final int MAX_MOVES_AT_ONCE = 10_000;

    private final AssetCatalog listing;
    private final ExchangeBook book;
    private final MarketFaults mischief = new MarketFaults();
    private final ExchangeHours hours;
    private final long seed;
    private final int partialFillMillionths;
    private final Journal journal;
    private final Matcher matcher;
    private final ClockAdvance passage;
    private final OrderCancel cancel;
    private final OrderQuota capacity;
    private final PriceBoard prices;
    private final OrderDesk desk;
    private final ExchangeQueries records;
    private final CorporateActions corporateActions;
    private final TradeCorrections tradeCorrections;
    private final OrderResize orderResize;
    private final WatchlistDesk watchlists;

    public Exchange(ExchangeConfig config, LedgerListener tape) {
        listing = new AssetCatalog(config.symbols());
        book = new ExchangeBook(listing);
        seed = config.seed();
        partialFillMillionths = config.partialFillMillionths();
        hours = config.hours();
        journal = new Journal(book, tape);
        SeededRandom dice = new SeededRandom(this::opening);
        Contingency contingency = new Contingency(book, journal);
        Valuation valuation = book.valuation();
        matcher = new Matcher(book, journal, contingency, dice, config, mischief.halted());
        capacity = new OrderQuota(book, config.maxOrders());
        OrderFactory drafting = new OrderFactory(book, dice, hours);
        OrderIntake entry =
                new OrderIntake(
                        book,
                        journal,
                        drafting,
                        matcher,
                        contingency,
                        new HoldingRules(valuation),
                        hours,
                        mischief.halted(),
                        capacity);
        PriceMoves moves = new PriceMoves(book, journal, matcher);
        BarPlayer player = new BarPlayer(moves, book, listing, config.bars());
        passage =
                new ClockAdvance(
                        book,
                        journal,
                        listing,
                        hours,
                        matcher,
                        entry,
                        contingency,
                        player,
                        mischief.halted());
        cancel = new OrderCancel(journal, contingency, mischief.stuckCancels());
        OrderReplace replace =
                new OrderReplace(
                        book,
                        journal,
                        drafting,
                        entry,
                        valuation,
                        capacity,
                        mischief.rejectedReplaces());
        prices = new PriceBoard(book, listing, passage, new PriceWalk(dice), moves, config);
        desk = new OrderDesk(book, listing, passage, prices, entry, cancel, replace);
        records = new ExchangeQueries(book, listing, new LastCloses(book, prices, config.bars()));
        corporateActions = new CorporateActions(book, journal, passage, cancel);
        tradeCorrections = new TradeCorrections(book, passage, journal);
        orderResize = new OrderResize(book, passage, journal);
        watchlists = new WatchlistDesk(book, journal, listing, passage);
    }

    /** Returns the entry point for submitting, canceling and replacing orders. */
    public OrderDesk desk() {
        return desk;
    }

    /** Returns the assets and their prices. */
    public PriceBoard prices() {
        return prices;
    }

    /** Returns the queries for orders, trades, positions and account values. */
    public ExchangeQueries records() {
        return records;
    }

    /** Returns the entry point for splits, dividends and transfers. */
    public CorporateActions corporateActions() {
        return corporateActions;
    }

    /** Returns the entry point for busts and corrections of trades. */
    public TradeCorrections tradeCorrections() {
        return tradeCorrections;
    }

    /** Returns the entry point for changes of quantities that no account requested. */
    public OrderResize orderResize() {
        return orderResize;
    }

    /** Returns the entry point for watchlists. */
    public WatchlistDesk watchlists() {
        return watchlists;
    }

    /** Restores one entry of an existing ledger, without reporting it. */
    public void restore(LedgerEntry written) {
        book.apply(written);
    }

    /** Opens the exchange and an account unless they are already open. */
    public void open(String account, BigDecimal cash, Instant at) {
        if (book.opening() == null) {
            journal.write(new LedgerEntry.VenueOpened(at, seed));
        }
        if (book.findAccount(account) == null) {
            journal.write(new LedgerEntry.AccountOpened(passage.time(at), account, cash));
        }
    }

    /** Resumes the replay of bars after a restore. Returns the ledger's last time. */
    public Instant resume() {
        passage.resume();
        capacity.restored();
        return book.latest();
    }

    /**
     * Plays a bounded part of the due bars, so that a long pause does not block the exchange.
     *
     * @return whether more bars are due
     */
    public boolean catchUp(Instant now) {
        return passage.catchUp(now, MAX_MOVES_AT_ONCE);
    }

    /** Processes what is due by time alone: openings, expiries and remainders of partial fills. */
    public Instant advance(Instant now) {
        return passage.advance(now);
    }

    /** Changes an account's settings. */
    public void configure(String account, AccountSettings settings, Instant now) {
        journal.write(new LedgerEntry.AccountConfigured(passage.time(now), account, settings));
    }

    /** Returns the state of the market clock. */
    public ExchangeHours.Clock clock(Instant now) {
        return hours.clock(now);
    }

    /** Returns whether an asset class trades at a time. */
    public boolean open(AssetClass assetClass, boolean extendedHours, Instant at) {
        return hours.open(assetClass, extendedHours, at);
    }

    /** Returns the market phase at a time. */
    public ExchangeHours.Day day(Instant at) {
        return hours.day(at);
    }

    /** Replaces the active disturbance. */
    public void disturb(Disturbance disturbance, Instant now) {
        Set<String> resumed = new TreeSet<>(mischief.halted());
        resumed.removeAll(disturbance.halted());
        mischief.become(disturbance);
        matcher.fillInPart(Math.max(partialFillMillionths, disturbance.partialFillMillionths()));
        for (String symbol : resumed) {
            listing.find(symbol)
                    .ifPresent(asset ->
                            matcher.sweep(asset, book.lastOrderNumber(), passage.time(now)));
        }
        for (OrderHandle ticket : book.pendingCancels()) {
            if (!mischief.stuckCancels().contains(ticket.order().terms().symbol())) {
                cancel.finish(ticket, passage.time(now));
            }
        }
    }

    private LedgerEntry.VenueOpened opening() {
        return Objects.requireNonNull(book.opening(), "venue: not open (expected: an account)");
    }
}
