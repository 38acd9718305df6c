package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.ledger.CorporateAction;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionType;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.market.Market;
import dev.lockstep.simulator.exchange.model.FillTotals;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** State of the whole exchange, changed by ledger entries only. */
public final class ExchangeBook {
    private static final Comparator<OrderHandle> BY_EXPIRY =
            Comparator.<OrderHandle, Instant>comparing(t -> t.order().milestones().expiresAt())
                    .thenComparingLong(t -> t.order().number());

    private final PlaceIndex ids = new PlaceIndex();
    private final List<OrderHandle> inOrder = new ArrayList<>();
    private final Map<String, ExchangeAccount> accounts = new LinkedHashMap<>();
    private final Map<String, TriggerBook> triggers = new HashMap<>();
    private final NavigableSet<OrderHandle> expiring = new TreeSet<>(BY_EXPIRY);
    private final NavigableSet<OrderHandle> queued =
            new TreeSet<>(Comparator.comparingLong(ticket -> ticket.order().number()));
    private final NavigableSet<OrderHandle> overnight =
            new TreeSet<>(Comparator.comparingLong(ticket -> ticket.order().number()));
    private final NavigableSet<String> fillableAtAnyPrice = new TreeSet<>();
    private final List<LedgerEntry.CorporateActionTaken> corporateActions = new ArrayList<>();
    private final AssetCatalog listing;
    private final Market market = new Market();
    private final Valuation valuation;
    private LedgerEntry.@Nullable VenueOpened opening;
    private Instant latest = Instant.EPOCH;
    private long lastOrderNumber;
    private boolean feesListed = true;
    private boolean regulatoryFees;
    private long executionCount;

    public ExchangeBook(AssetCatalog listing) {
        this.listing = listing;
        this.valuation = new Valuation(market, listing);
    }

    /** Applies a ledger entry. */
    public void apply(LedgerEntry entry) {
        latest = entry.at().isAfter(latest) ? entry.at() : latest;
        switch (entry) {
            case LedgerEntry.VenueOpened opened -> opening = opened;
            case LedgerEntry.AccountOpened opened ->
                    accounts.put(opened.account(), new ExchangeAccount(opened));
            case LedgerEntry.AccountConfigured e -> account(e.account()).configure(e.settings());
            case LedgerEntry.AccountBooked booked -> book(booked);
            case LedgerEntry.WatchlistSaved e ->
                    account(e.account()).watchlists().save(e.watchlist());
            case LedgerEntry.WatchlistDeleted e -> account(e.account()).watchlists().delete(e.id());
            case LedgerEntry.FeesChanged changed -> charge(changed);
            case LedgerEntry.CorporateActionTaken taken -> take(taken);
            case LedgerEntry.PriceMoved moved ->
                    market.move(moved, market.price(listing.find(moved.symbol()).orElseThrow()));
            case LedgerEntry.ReferencePriceSet e -> market.refer(e.symbol(), e.price());
            case LedgerEntry.OrderEntered entered -> enter(entered.order());
            case LedgerEntry.OrderRefused _ -> {}
            case LedgerEntry.OrderMoved e -> change(e.id(), o -> o.moved(e.status(), e.at()));
            case LedgerEntry.OrderReadied e -> change(e.id(), o -> o.ready(e.readiness(), e.at()));
            case LedgerEntry.OrderFilled filled -> fill(filled);
            case LedgerEntry.TradeCorrected corrected -> correct(corrected);
            case LedgerEntry.OrderResized e -> change(e.id(), o -> o.resized(e.qty(), e.at()));
            case LedgerEntry.OrderTrailed e ->
                    change(e.id(), o -> o.trailed(e.highWaterMark(), e.stopPrice(), e.at()));
            case LedgerEntry.OrderReplaced replaced -> replace(replaced);
            case LedgerEntry.ReplaceRejected e -> change(e.id(), o -> o.moved(e.status(), e.at()));
        }
    }

    public LedgerEntry.@Nullable VenueOpened opening() {
        return opening;
    }

    /** Returns the latest time of any entry. The exchange's clock never goes below it. */
    public Instant latest() {
        return latest;
    }

    public long lastOrderNumber() {
        return lastOrderNumber;
    }

    public long executionCount() {
        return executionCount;
    }

    /** Returns the quantity of a symbol that all accounts have traded since a time. */
    public BigDecimal traded(String symbol, Instant since) {
        return accounts.values().stream()
                .map(account -> account.executions().traded(symbol, since))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Valuation valuation() {
        return valuation;
    }

    public Market market() {
        return market;
    }

    /** Returns the corporate actions in the order of their occurrence. */
    public List<LedgerEntry.CorporateActionTaken> corporateActions() {
        return Collections.unmodifiableList(corporateActions);
    }

    public @Nullable OrderHandle order(UUID id) {
        int place = ids.find(id.hashCode(), at -> inOrder.get(at).order().id().equals(id));
        return place == PlaceIndex.NOWHERE ? null : inOrder.get(place);
    }

    /** Returns an account's order; the orders of other accounts are absent. */
    public @Nullable OrderHandle order(String account, UUID id) {
        OrderHandle ticket = order(id);
        return ticket != null && ticket.order().account().equals(account) ? ticket : null;
    }

    public OrderHandle existing(UUID id) {
        return Objects.requireNonNull(order(id), () -> "order: " + id + " (expected: known)");
    }

    /** Returns all orders in the order of their arrival: order n is at index n - 1. */
    public List<OrderHandle> allOrders() {
        return Collections.unmodifiableList(inOrder);
    }

    public int orderCount() {
        return inOrder.size();
    }

    /** Returns the number of orders that are not closed, including held legs. */
    int openCount() {
        return expiring.size();
    }

    public @Nullable ExchangeAccount findAccount(String name) {
        return accounts.get(name);
    }

    public ExchangeAccount account(String name) {
        return Objects.requireNonNull(
                accounts.get(name), () -> "account: " + name + " (expected: an opened account)");
    }

    public Collection<ExchangeAccount> accounts() {
        return Collections.unmodifiableCollection(accounts.values());
    }

    /**
     * Returns the trigger index of a symbol. The index of a symbol without orders is empty and is
     * not stored.
     */
    public TriggerBook triggers(String symbol) {
        TriggerBook watch = triggers.get(symbol);
        return watch == null ? new TriggerBook() : watch;
    }

    /** Returns the symbols with an order that would fill at any price. */
    public List<String> fillableAtAnyPrice() {
        return List.copyOf(fillableAtAnyPrice);
    }

    /** Returns the symbols of open orders and of positions. */
    public Set<String> watched() {
        Set<String> symbols = new TreeSet<>();
        for (ExchangeAccount account : accounts.values()) {
            account.positions().forEach(position -> symbols.add(position.symbol()));
        }
        symbols.addAll(triggers.keySet());
        return symbols;
    }

    /** Returns the orders whose time in force has ended. */
    public List<OrderHandle> expired(Instant now) {
        List<OrderHandle> due = new ArrayList<>();
        for (OrderHandle ticket : expiring) {
            if (ticket.order().milestones().expiresAt().isAfter(now)) {
                break;
            }
            due.add(ticket);
        }
        return due;
    }

    /** Returns the next expiry after a time; the far future if there is none. */
    public Instant nextExpiry(Instant after) {
        for (OrderHandle ticket : expiring) {
            Instant expiry = ticket.order().milestones().expiresAt();
            if (expiry.isAfter(after)) {
                return expiry;
            }
        }
        return Instant.MAX;
    }

    /** Returns the orders with a pending cancel. */
    public List<OrderHandle> pendingCancels() {
        return accounts.values().stream()
                .flatMap(account -> account.orders().open().stream())
                .filter(ticket -> ticket.order().status() == OrderStatus.PENDING_CANCEL)
                .toList();
    }

    /** Returns the orders that wait for the market to open but not for an auction, oldest first. */
    public List<OrderHandle> queued() {
        return List.copyOf(queued);
    }

    /**
     * Returns whether an order waits for the opening bell or becomes inactive at the closing bell.
     */
    public boolean anyWaitsForBell() {
        return !queued.isEmpty() || !overnight.isEmpty();
    }

    /** Returns whether an order becomes inactive at the close and active again at the open. */
    public boolean anyInactiveOvernight() {
        return !overnight.isEmpty();
    }

    /** Returns the orders that are inactive overnight, from the close to the open, oldest first. */
    public List<OrderHandle> overnight() {
        return List.copyOf(overnight);
    }

    private void enter(Order order) {
        OrderHandle ticket = new OrderHandle(order);
        ids.add(order.id().hashCode(), inOrder.size());
        inOrder.add(ticket);
        lastOrderNumber = order.number();
        account(order.account()).enter(ticket, listing.of(order).assetClass());
        UUID parent = order.lineage().parent();
        if (parent != null) {
            existing(parent).attach(ticket);
        }
        index(ticket);
    }

    public boolean feesListed() {
        return feesListed;
    }

    /** Returns whether regulatory fees are charged on sales of stocks. */
    public boolean regulatoryFees() {
        return regulatoryFees;
    }

    private void charge(LedgerEntry.FeesChanged changed) {
        if (!regulatoryFees) {
            accounts.values().forEach(ExchangeAccount::forgetSales);
        }
        feesListed = changed.listed();
        regulatoryFees = changed.regulatory();
    }

    private void fill(LedgerEntry.OrderFilled fill) {
        OrderHandle ticket = existing(fill.id());
        ExchangeAccount account = account(ticket.order().account());
        account.trade(ticket.order(), fill, listing.of(ticket.order()).assetClass());
        change(fill.id(), o -> o.filled(fill.qty(), fill.price(), fill.wholly(), fill.at()));
        executionCount++;
        Order order = ticket.order();
        account.executions().add(execution(order, fill));
        if (fill.fee().signum() != 0) {
            account.bookings().add(NonTradeActivity.fee(order, fill));
        }
        account.equity().add(fill.at(), valuation.of(account).equity());
    }

    private void correct(LedgerEntry.TradeCorrected entry) {
        ExchangeAccount account = account(existing(entry.id()).order().account());
        account.correct(existing(entry.id()).order(), entry);
        change(
                entry.id(),
                order -> order.corrected(totals(order, entry), entry.status(), entry.at()));
        executionCount++;
        account.executions().add(Execution.correcting(existing(entry.id()).order(), entry));
        account.equity().add(entry.at(), valuation.of(account).equity());
    }

    private void book(LedgerEntry.AccountBooked entry) {
        ExchangeAccount account = account(entry.account());
        account.book(entry.booking());
        account.equity().add(entry.at(), valuation.of(account).equity());
    }

    private void take(LedgerEntry.CorporateActionTaken taken) {
        corporateActions.add(taken);
        if (taken.action().kind() != CorporateAction.Kind.CASH_DIVIDEND) {
            market.split(listing.find(taken.action().symbol()).orElseThrow(), taken.action());
        }
    }

    /** Applies a replacement. The legs move to the successor, which becomes their parent. */
    private void replace(LedgerEntry.OrderReplaced entry) {
        OrderHandle old = existing(entry.id());
        change(entry.id(), order -> order.replacedBy(entry.replacedBy(), entry.at()));
        OrderHandle successor = existing(entry.replacedBy());
        for (OrderHandle leg : old.removeLegs()) {
            leg.write(leg.order().adoptedBy(entry.replacedBy()));
            successor.attach(leg);
        }
    }

    private static Execution execution(Order order, LedgerEntry.OrderFilled fill) {
        return new Execution(
                fill.executionId(),
                fill.at(),
                order.id(),
                order.terms().symbol(),
                order.terms().side(),
                fill.qty(),
                fill.price(),
                order.filled().qty(),
                order.leavesQty(),
                order.status(),
                ExecutionType.FILL,
                null);
    }

    private void change(UUID id, UnaryOperator<Order> step) {
        OrderHandle ticket = existing(id);
        unindex(ticket);
        account(ticket.order().account()).change(ticket, step.apply(ticket.order()));
        index(ticket);
    }

    private void index(OrderHandle ticket) {
        Order order = ticket.order();
        if (order.status().closed()) {
            return;
        }
        if (order.watching()) {
            watch(ticket, order.terms().symbol());
        }
        expiring.add(ticket);
        if (order.status() == OrderStatus.ACCEPTED && !order.terms().timeInForce().auction()) {
            queued.add(ticket);
        }
        if (restsOvernight(order)) {
            overnight.add(ticket);
        }
    }

    private void watch(OrderHandle ticket, String symbol) {
        TriggerBook watch = triggers.computeIfAbsent(symbol, _ -> new TriggerBook());
        watch.add(ticket);
        if (watch.fillableAtAnyPrice()) {
            fillableAtAnyPrice.add(symbol);
        }
    }

    private boolean restsOvernight(Order order) {
        return (order.status().working() || order.status() == OrderStatus.DONE_FOR_DAY)
                && order.terms().timeInForce() == TimeInForce.GTC
                && !order.terms().extendedHours()
                && !listing.of(order).crypto();
    }

    private void unindex(OrderHandle ticket) {
        String symbol = ticket.order().terms().symbol();
        TriggerBook watch = triggers(symbol);
        watch.remove(ticket);
        if (watch.empty()) {
            triggers.remove(symbol);
        }
        if (!watch.fillableAtAnyPrice()) {
            fillableAtAnyPrice.remove(symbol);
        }
        expiring.remove(ticket);
        queued.remove(ticket);
        overnight.remove(ticket);
    }

    private static FillTotals totals(Order order, LedgerEntry.TradeCorrected entry) {
        LedgerEntry.TradeCorrected.Traded before = entry.before();
        LedgerEntry.TradeCorrected.Traded after = entry.after();
        FillTotals less = order.filled().less(before.qty(), before.price());
        return after == null ? less : less.plus(after.qty(), after.price());
    }
}
