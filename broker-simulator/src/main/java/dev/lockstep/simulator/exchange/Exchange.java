package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A venue that takes orders and lets them trade against a seeded price.
 *
 * <p>It is deterministic: the same seed and the same requests at the same times give the same
 * ledger. It is not safe for use by several threads at once; who shares it guards it.
 *
 * <p>A price moves one step of its walk with each order taken in for its symbol, with each {@link
 * #tick}, and by hand with {@link #setPrice}; reading never moves it. When prices do not walk,
 * orders leave them alone too.
 */
public final class Exchange {
    private final Listing listing = new Listing();
    private final Book book = new Book(listing);
    private final Set<String> halted = new TreeSet<>();
    private final Set<String> stuckCancels = new TreeSet<>();
    private final Set<String> rejectingReplaces = new TreeSet<>();
    private final TradingHours hours;
    private final boolean walking;
    private final long seed;
    private final int partialFillMillionths;
    private final Journal journal;
    private final PriceWalk walk;
    private final Matcher matcher;
    private final OrderEntry entry;
    private final OrderCancel cancel;
    private final OrderReplace replace;
    private final Valuation valuation;
    private final Contingency contingency;

    public Exchange(ExchangeConfig config, Tape tape) {
        seed = config.seed();
        partialFillMillionths = config.partialFillMillionths();
        Dice dice = new Dice(this::opening);
        hours = config.hours();
        walking = config.walking();
        journal = new Journal(book, tape);
        walk = new PriceWalk(dice);
        contingency = new Contingency(book, journal);
        matcher = new Matcher(book, journal, contingency, dice, config.partialFillMillionths());
        valuation = book.valuation();
        Drafting drafting = new Drafting(book, dice, hours);
        entry =
                new OrderEntry(
                        book,
                        journal,
                        drafting,
                        matcher,
                        contingency,
                        new HoldingRules(valuation),
                        halted);
        cancel = new OrderCancel(journal, contingency, stuckCancels);
        replace = new OrderReplace(book, journal, drafting, entry, valuation, rejectingReplaces);
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
            journal.write(new LedgerEntry.AccountOpened(time(at), account, cash));
        }
    }

    /** Lets happen what time alone makes happen: openings, expiries, remainders of fills. */
    public Instant advance(Instant now) {
        Instant at = time(now);
        for (OrderTicket ticket : book.expired(at)) {
            if (!ticket.order().status().closed()) {
                expire(ticket, at);
            }
        }
        for (OrderTicket ticket : book.queued()) {
            Asset asset = asset(ticket);
            if (hours.open(asset.assetClass(), ticket.order().terms().extendedHours(), at)) {
                entry.release(ticket, asset, at);
            }
        }
        for (String symbol : book.restless()) {
            listing.find(symbol)
                    .ifPresent(asset -> matcher.sweep(asset, hours, book.lastOrderNumber(), at));
        }
        return at;
    }

    /** Takes an order in, or refuses it. */
    public Outcome<OrderView> submit(String account, OrderRequest request, Instant now) {
        Instant at = advance(now);
        Account owner = book.account(account);
        Optional<Asset> asset = listing.find(request.symbol());
        if (asset.isEmpty()) {
            String message = "asset \"" + request.symbol() + "\" not found";
            return entry.refuse(owner, request, Refusal.unprocessable(message), at);
        }
        long before = book.lastOrderNumber();
        Outcome<OrderView> outcome = entry.enter(owner, request, asset.get(), at);
        if (walking && outcome instanceof Outcome.Granted<OrderView>) {
            // A newcomer that traded in part goes on with the next request, not with this one.
            step(asset.get(), before, at);
        }
        return outcome;
    }

    /** Asks for an order to be canceled. */
    public Outcome<OrderView> cancel(String account, UUID id, Instant now) {
        Instant at = advance(now);
        OrderTicket ticket = owned(account, id);
        return ticket == null ? unknown(id) : cancel.cancel(ticket, at);
    }

    /** Asks for all open orders of an account to be canceled; one outcome for each. */
    public List<Cancellation> cancelAll(String account, Instant now) {
        Instant at = advance(now);
        List<Cancellation> all = new ArrayList<>();
        for (OrderTicket ticket : book.account(account).orders().open()) {
            // A cancel of a group may have ended this one on the way.
            Outcome<OrderView> outcome = cancel.cancel(ticket, at);
            all.add(new Cancellation(ticket.view(), outcome));
        }
        return all;
    }

    /** Replaces an order by one with other terms. */
    public Outcome<OrderView> replace(
            String account, UUID id, ReplaceRequest request, Instant now) {
        Instant at = advance(now);
        OrderTicket ticket = owned(account, id);
        return ticket == null ? unknown(id) : replace.replace(ticket, request, asset(ticket), at);
    }

    /** An account's order. */
    public Optional<OrderView> order(String account, UUID id) {
        return Optional.ofNullable(owned(account, id)).map(OrderTicket::view);
    }

    /** An account's order by the id its owner gave it. */
    public Optional<OrderView> orderByClientOrderId(String account, String clientOrderId) {
        return Optional.ofNullable(book.account(account).byClientOrderId(clientOrderId))
                .map(OrderTicket::view);
    }

    /** A page of an account's orders. */
    public List<OrderView> orders(String account, OrderQuery query) {
        return book
                .account(account)
                .orders()
                .page(query, order -> query.matches(order, assetClass(order)))
                .stream()
                .map(ticket -> query.nested() ? ticket.view() : ticket.view().alone())
                .toList();
    }

    /** What an account holds. */
    public List<PositionView> positions(String account) {
        Account owner = book.account(account);
        return owner.positions().stream().map(position -> view(owner, position)).toList();
    }

    /** What an account holds of one asset, if anything. */
    public Optional<PositionView> position(String account, Asset asset) {
        Account owner = book.account(account);
        Position position = owner.position(asset.symbol());
        return position.flat() ? Optional.empty() : Optional.of(view(owner, position));
    }

    /** What an account is worth. */
    public AccountValue value(String account) {
        return valuation.of(book.account(account));
    }

    /** Closes a position, or a part of it, at the market. */
    public Outcome<OrderView> close(
            String account, Asset asset, ClosePosition amount, Instant now) {
        Instant at = advance(now);
        Position position = book.account(account).position(asset.symbol());
        return position.flat()
                ? new Outcome.Refused<>(noPosition())
                : submit(account, amount.order(asset, position), at);
    }

    /** What is said of a position nobody has. */
    public static Refusal noPosition() {
        return Refusal.notFound("position does not exist");
    }

    /** A page of an account's trades. */
    public List<Execution> executions(String account, ExecutionQuery query) {
        return book.account(account).executions().page(query);
    }

    /** What an account was worth at a time, as far as its trades tell. */
    public BigDecimal equityAt(String account, Instant at) {
        Account owner = book.account(account);
        return at.isBefore(book.latest())
                ? owner.equity().at(at, owner.opening().cash())
                : valuation.of(owner).equity();
    }

    /** An account's settings. */
    public AccountSettings settings(String account) {
        return book.account(account).settings();
    }

    /** Changes an account's settings. */
    public void configure(String account, AccountSettings settings, Instant now) {
        journal.write(new LedgerEntry.AccountConfigured(time(now), account, settings));
    }

    /** The asset with this symbol, pair or id. */
    public Optional<Asset> asset(String text) {
        return listing.find(text);
    }

    /** The assets known by now. */
    public Collection<Asset> assets() {
        return listing.all();
    }

    /** The present price. */
    public BigDecimal price(Asset asset) {
        return book.market().price(asset);
    }

    /** Sets a price by hand and lets trade what it concerns. */
    public void setPrice(Asset asset, BigDecimal price, Instant now) {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price: " + price + " (expected: > 0)");
        }
        Instant at = advance(now);
        long step = book.market().tick(asset).step();
        journal.write(new LedgerEntry.PriceMoved(at, asset.symbol(), price, step));
        matcher.sweep(asset, hours, book.lastOrderNumber(), at);
    }

    /** Moves a price by one step of its walk and lets trade what it concerns. */
    public void tick(Asset asset, Instant now) {
        Instant at = advance(now);
        step(asset, book.lastOrderNumber(), at);
    }

    /** Moves every price that some open order or position hangs on by one step. */
    public void tickWatched(Instant now) {
        Instant at = advance(now);
        for (String symbol : book.watched()) {
            listing.find(symbol).ifPresent(asset -> step(asset, book.lastOrderNumber(), at));
        }
    }

    /** The venue's clock. */
    public TradingHours.Clock clock(Instant now) {
        return hours.clock(now);
    }

    /** Orders of all accounts in the order they came, after the given number. */
    public List<OrderView> ledger(long afterNumber, int limit) {
        List<OrderTicket> all = book.allOrders();
        int from = (int) Math.min(Math.max(afterNumber, 0), all.size());
        int to = Math.min(all.size(), from + limit);
        return all.subList(from, to).stream().map(OrderTicket::view).toList();
    }

    /** How many orders there are. */
    public int orderCount() {
        return book.orderCount();
    }

    /** Lets things go wrong from now on, in place of what went wrong before. */
    public void disturb(Disturbance disturbance, Instant now) {
        replaceAll(halted, disturbance.halted());
        replaceAll(stuckCancels, disturbance.stuckCancels());
        replaceAll(rejectingReplaces, disturbance.rejectedReplaces());
        matcher.fillInPart(Math.max(partialFillMillionths, disturbance.partialFillMillionths()));
        finishCancels(time(now));
    }

    private void finishCancels(Instant at) {
        for (OrderTicket ticket : book.pendingCancels()) {
            if (!stuckCancels.contains(ticket.order().terms().symbol())) {
                cancel.finish(ticket, at);
            }
        }
    }

    private LedgerEntry.VenueOpened opening() {
        return Objects.requireNonNull(book.opening(), "venue: not open (expected: an account)");
    }

    private void step(Asset asset, long newest, Instant at) {
        Market.Tick tick = book.market().tick(asset);
        BigDecimal next = walk.next(asset, tick.price(), tick.step() + 1);
        journal.write(new LedgerEntry.PriceMoved(at, asset.symbol(), next, tick.step() + 1));
        matcher.sweep(asset, hours, newest, at);
    }

    private void expire(OrderTicket ticket, Instant at) {
        boolean auction = ticket.order().terms().timeInForce().auction();
        OrderStatus end = auction ? OrderStatus.CANCELED : OrderStatus.EXPIRED;
        journal.write(new LedgerEntry.OrderMoved(at, ticket.order().id(), end));
        contingency.cancelOthers(ticket, at);
    }

    private PositionView view(Account owner, Position position) {
        Asset asset = listing.find(position.symbol()).orElseThrow();
        BigDecimal free = position.qty().abs().subtract(owner.held(position.symbol()));
        BigDecimal signed = position.qty().signum() < 0 ? free.negate() : free;
        return new PositionView(position, asset, book.market().price(asset), signed);
    }

    private @Nullable OrderTicket owned(String account, UUID id) {
        OrderTicket ticket = book.order(id);
        return ticket != null && ticket.order().account().equals(account) ? ticket : null;
    }

    private Asset asset(OrderTicket ticket) {
        return listing.find(ticket.order().terms().symbol()).orElseThrow();
    }

    private AssetClass assetClass(Order order) {
        return listing.find(order.terms().symbol()).orElseThrow().assetClass();
    }

    private Instant time(Instant now) {
        return now.isBefore(book.latest()) ? book.latest() : now;
    }

    private static Outcome<OrderView> unknown(UUID id) {
        return new Outcome.Refused<>(Refusal.notFound("order not found for " + id));
    }

    private static void replaceAll(Set<String> set, Set<String> symbols) {
        set.clear();
        set.addAll(symbols);
    }
}
