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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** State of the whole exchange, changed by ledger entries only. */
public final class ExchangeBook {
    private final PlaceIndex ids = new PlaceIndex();
    private final List<OrderHandle> inOrder = new ArrayList<>();
    private final Map<String, ExchangeAccount> accounts = new LinkedHashMap<>();
    private final List<LedgerEntry.CorporateActionTaken> corporateActions = new ArrayList<>();
    private final OpenOrders openOrders;
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
        this.openOrders = new OpenOrders(listing);
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

    /** Returns the orders that are not closed. */
    public OpenOrders openOrders() {
        return openOrders;
    }

    public int orderCount() {
        return inOrder.size();
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

    /** Returns the symbols of open orders and of positions. */
    public Set<String> watched() {
        Set<String> symbols = new TreeSet<>();
        for (ExchangeAccount account : accounts.values()) {
            account.positions().forEach(position -> symbols.add(position.symbol()));
        }
        symbols.addAll(openOrders.watchedSymbols());
        return symbols;
    }

    /** Returns the orders with a pending cancel. */
    public List<OrderHandle> pendingCancels() {
        return accounts.values().stream()
                .flatMap(account -> account.orders().open().stream())
                .filter(ticket -> ticket.order().status() == OrderStatus.PENDING_CANCEL)
                .toList();
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
        openOrders.add(ticket);
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
        openOrders.remove(ticket);
        account(ticket.order().account()).change(ticket, step.apply(ticket.order()));
        openOrders.add(ticket);
    }

    private static FillTotals totals(Order order, LedgerEntry.TradeCorrected entry) {
        LedgerEntry.TradeCorrected.Traded before = entry.before();
        LedgerEntry.TradeCorrected.Traded after = entry.after();
        FillTotals less = order.filled().less(before.qty(), before.price());
        return after == null ? less : less.plus(after.qty(), after.price());
    }
}
