package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A venue that takes orders and lets them trade against a seeded price.
 *
 * <p>It is deterministic: the same seed and the same requests at the same times give the same
 * ledger. It is not safe for use by several threads at once; who shares it guards it.
 *
 * <p>A price moves one step of its walk with each order taken in for its symbol, with each {@link
 * PriceBoard#tick}, and by hand; reading never moves it. When prices do not walk, orders leave them
 * alone too.
 */
public final class Exchange {
    private static final int MAX_MOVES_AT_ONCE = 10_000;

    private final Listing listing = new Listing();
    private final Book book = new Book(listing);
    private final Mischief mischief = new Mischief();
    private final TradingHours hours;
    private final long seed;
    private final int partialFillMillionths;
    private final Journal journal;
    private final Matcher matcher;
    private final Passage passage;
    private final OrderCancel cancel;
    private final Capacity capacity;
    private final PriceBoard prices;
    private final OrderDesk desk;
    private final Records records;
    private final CorporateActions corporateActions;
    private final TradeCorrections tradeCorrections;

    public Exchange(ExchangeConfig config, Tape tape) {
        seed = config.seed();
        partialFillMillionths = config.partialFillMillionths();
        hours = config.hours();
        journal = new Journal(book, tape);
        Dice dice = new Dice(this::opening);
        Contingency contingency = new Contingency(book, journal);
        Valuation valuation = book.valuation();
        matcher = new Matcher(book, journal, contingency, dice, config, mischief.halted());
        capacity = new Capacity(book, config.maxOrders());
        Drafting drafting = new Drafting(book, dice, hours);
        OrderEntry entry =
                new OrderEntry(
                        book,
                        journal,
                        drafting,
                        matcher,
                        contingency,
                        new HoldingRules(valuation),
                        hours,
                        mischief.halted(),
                        capacity);
        BarPlayer player = new BarPlayer(book, journal, matcher, listing, config.bars());
        passage =
                new Passage(
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
        prices =
                new PriceBoard(
                        book, journal, listing, passage, new PriceWalk(dice), matcher, config);
        desk = new OrderDesk(book, listing, passage, prices, entry, cancel, replace);
        records = new Records(book, listing);
        corporateActions = new CorporateActions(book, journal, passage, cancel);
        tradeCorrections = new TradeCorrections(book, passage, journal);
    }

    /** Where orders are taken in, canceled and replaced. */
    public OrderDesk desk() {
        return desk;
    }

    /** What is traded, and at what price. */
    public PriceBoard prices() {
        return prices;
    }

    /** What the accounts have asked for, done and own. */
    public Records records() {
        return records;
    }

    /** What happens to positions and cash that is no trade. */
    public CorporateActions corporateActions() {
        return corporateActions;
    }

    /** What takes trades back after the fact. */
    public TradeCorrections tradeCorrections() {
        return tradeCorrections;
    }

    /** Brings back one entry of a ledger written earlier; nothing is reported. */
    public void restore(LedgerEntry written) {
        book.apply(written);
    }

    /** Opens the venue, and an account, unless they are open already. */
    public void open(String account, BigDecimal cash, Instant at) {
        if (book.opening() == null) {
            journal.write(new LedgerEntry.VenueOpened(at, seed));
        }
        if (book.findAccount(account) == null) {
            journal.write(new LedgerEntry.AccountOpened(passage.time(at), account, cash));
        }
    }

    /** Goes on with its bars after the ledger was brought back; answers the ledger's last time. */
    public Instant resume() {
        passage.resume();
        capacity.restored();
        return book.latest();
    }

    /**
     * Plays a part of the bars that are due, so that a long time passed is not one long step.
     *
     * @return whether there are more
     */
    public boolean catchUp(Instant now) {
        return passage.catchUp(now, MAX_MOVES_AT_ONCE);
    }

    /** Lets happen what time alone makes happen: openings, expiries, remainders of fills. */
    public Instant advance(Instant now) {
        return passage.advance(now);
    }

    /** Changes an account's settings. */
    public void configure(String account, AccountSettings settings, Instant now) {
        journal.write(new LedgerEntry.AccountConfigured(passage.time(now), account, settings));
    }

    /** The venue's clock. */
    public TradingHours.Clock clock(Instant now) {
        return hours.clock(now);
    }

    /** Where in the market's day a moment lies. */
    public TradingHours.Day day(Instant at) {
        return hours.day(at);
    }

    /** Lets things go wrong from now on, in place of what went wrong before. */
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
        for (OrderTicket ticket : book.pendingCancels()) {
            if (!mischief.stuckCancels().contains(ticket.order().terms().symbol())) {
                cancel.finish(ticket, passage.time(now));
            }
        }
    }

    private LedgerEntry.VenueOpened opening() {
        return Objects.requireNonNull(book.opening(), "venue: not open (expected: an account)");
    }
}
