package dev.lockstep.simulator.exchange;

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
final class Book {
    private static final Comparator<OrderTicket> BY_EXPIRY =
            Comparator.<OrderTicket, Instant>comparing(t -> t.order().milestones().expiresAt())
                    .thenComparingLong(t -> t.order().number());

    private final PlaceIndex ids = new PlaceIndex();
    private final List<OrderTicket> inOrder = new ArrayList<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, TriggerBook> triggers = new HashMap<>();
    private final NavigableSet<OrderTicket> expiring = new TreeSet<>(BY_EXPIRY);
    private final NavigableSet<OrderTicket> queued =
            new TreeSet<>(Comparator.comparingLong(ticket -> ticket.order().number()));
    private final NavigableSet<OrderTicket> overnight =
            new TreeSet<>(Comparator.comparingLong(ticket -> ticket.order().number()));
    private final NavigableSet<String> fillableAtAnyPrice = new TreeSet<>();
    private final Listing listing;
    private final Market market = new Market();
    private final Valuation valuation;
    private LedgerEntry.@Nullable VenueOpened opening;
    private Instant latest = Instant.EPOCH;
    private long lastOrderNumber;
    private boolean feesListed = true;
    private long executionCount;

    Book(Listing listing) {
        this.listing = listing;
        this.valuation = new Valuation(market, listing);
    }

    /** Applies a ledger entry. */
    void apply(LedgerEntry entry) {
        latest = entry.at().isAfter(latest) ? entry.at() : latest;
        switch (entry) {
            case LedgerEntry.VenueOpened opened -> opening = opened;
            case LedgerEntry.AccountOpened opened ->
                    accounts.put(opened.account(), new Account(opened));
            case LedgerEntry.AccountConfigured e -> account(e.account()).configure(e.settings());
            case LedgerEntry.AccountBooked booked -> book(booked);
            case LedgerEntry.PriceMoved moved -> market.move(moved);
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

    LedgerEntry.@Nullable VenueOpened opening() {
        return opening;
    }

    /** Returns the latest time of any entry. The exchange's clock never goes below it. */
    Instant latest() {
        return latest;
    }

    long lastOrderNumber() {
        return lastOrderNumber;
    }

    long executionCount() {
        return executionCount;
    }

    /** Returns the quantity of a symbol that all accounts have traded since a time. */
    BigDecimal traded(String symbol, Instant since) {
        return accounts.values().stream()
                .map(account -> account.executions().traded(symbol, since))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Valuation valuation() {
        return valuation;
    }

    Market market() {
        return market;
    }

    @Nullable OrderTicket order(UUID id) {
        int place = ids.find(id.hashCode(), at -> inOrder.get(at).order().id().equals(id));
        return place == PlaceIndex.NOWHERE ? null : inOrder.get(place);
    }

    /** Returns an account's order; the orders of other accounts are absent. */
    @Nullable OrderTicket order(String account, UUID id) {
        OrderTicket ticket = order(id);
        return ticket != null && ticket.order().account().equals(account) ? ticket : null;
    }

    OrderTicket existing(UUID id) {
        return Objects.requireNonNull(order(id), () -> "order: " + id + " (expected: known)");
    }

    /** Returns all orders in the order of their arrival: order n is at index n - 1. */
    List<OrderTicket> allOrders() {
        return Collections.unmodifiableList(inOrder);
    }

    int orderCount() {
        return inOrder.size();
    }

    /** Returns the number of orders that are not closed, including held legs. */
    int openCount() {
        return expiring.size();
    }

    @Nullable Account findAccount(String name) {
        return accounts.get(name);
    }

    Account account(String name) {
        return Objects.requireNonNull(
                accounts.get(name), () -> "account: " + name + " (expected: an opened account)");
    }

    Collection<Account> accounts() {
        return Collections.unmodifiableCollection(accounts.values());
    }

    /**
     * Returns the trigger index of a symbol. The index of a symbol without orders is empty and is
     * not stored.
     */
    TriggerBook triggers(String symbol) {
        TriggerBook watch = triggers.get(symbol);
        return watch == null ? new TriggerBook() : watch;
    }

    /** Returns the symbols with an order that would fill at any price. */
    List<String> fillableAtAnyPrice() {
        return List.copyOf(fillableAtAnyPrice);
    }

    /** Returns the symbols of open orders and of positions. */
    Set<String> watched() {
        Set<String> symbols = new TreeSet<>();
        for (Account account : accounts.values()) {
            account.positions().forEach(position -> symbols.add(position.symbol()));
        }
        symbols.addAll(triggers.keySet());
        return symbols;
    }

    /** Returns the orders whose time in force has ended. */
    List<OrderTicket> expired(Instant now) {
        List<OrderTicket> due = new ArrayList<>();
        for (OrderTicket ticket : expiring) {
            if (ticket.order().milestones().expiresAt().isAfter(now)) {
                break;
            }
            due.add(ticket);
        }
        return due;
    }

    /** Returns the next expiry after a time; the far future if there is none. */
    Instant nextExpiry(Instant after) {
        for (OrderTicket ticket : expiring) {
            Instant expiry = ticket.order().milestones().expiresAt();
            if (expiry.isAfter(after)) {
                return expiry;
            }
        }
        return Instant.MAX;
    }

    /** Returns the orders with a pending cancel. */
    List<OrderTicket> pendingCancels() {
        return accounts.values().stream()
                .flatMap(account -> account.orders().open().stream())
                .filter(ticket -> ticket.order().status() == OrderStatus.PENDING_CANCEL)
                .toList();
    }

    /** Returns the orders that wait for the market to open but not for an auction, oldest first. */
    List<OrderTicket> queued() {
        return List.copyOf(queued);
    }

    /**
     * Returns whether an order waits for the opening bell or becomes inactive at the closing bell.
     */
    boolean anyWaitsForBell() {
        return !queued.isEmpty() || !overnight.isEmpty();
    }

    /** Returns whether an order becomes inactive at the close and active again at the open. */
    boolean anyInactiveOvernight() {
        return !overnight.isEmpty();
    }

    /** Returns the orders that are inactive overnight, from the close to the open, oldest first. */
    List<OrderTicket> overnight() {
        return List.copyOf(overnight);
    }

    private void enter(Order order) {
        OrderTicket ticket = new OrderTicket(order);
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

    boolean feesListed() {
        return feesListed;
    }

    void listFees(boolean listed) {
        feesListed = listed;
    }

    private void fill(LedgerEntry.OrderFilled fill) {
        OrderTicket ticket = existing(fill.id());
        Account account = account(ticket.order().account());
        account.trade(ticket.order(), fill);
        change(fill.id(), o -> o.filled(fill.qty(), fill.price(), fill.wholly(), fill.at()));
        executionCount++;
        Order order = ticket.order();
        account.executions().add(execution(order, fill));
        if (fill.fee().signum() != 0) {
            account.bookings().add(Booking.fee(order, fill));
        }
        account.equity().add(fill.at(), valuation.of(account).equity());
    }

    private void correct(LedgerEntry.TradeCorrected entry) {
        Account account = account(existing(entry.id()).order().account());
        account.correct(existing(entry.id()).order(), entry);
        change(entry.id(), order -> order.corrected(entry));
        executionCount++;
        account.executions().add(Execution.correcting(existing(entry.id()).order(), entry));
        account.equity().add(entry.at(), valuation.of(account).equity());
    }

    private void book(LedgerEntry.AccountBooked entry) {
        Account account = account(entry.account());
        account.book(entry.booking());
        account.equity().add(entry.at(), valuation.of(account).equity());
    }

    /** Applies a replacement. The legs move to the successor, which becomes their parent. */
    private void replace(LedgerEntry.OrderReplaced entry) {
        OrderTicket old = existing(entry.id());
        change(entry.id(), order -> order.replacedBy(entry.replacedBy(), entry.at()));
        OrderTicket successor = existing(entry.replacedBy());
        for (OrderTicket leg : old.removeLegs()) {
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
        OrderTicket ticket = existing(id);
        unindex(ticket);
        account(ticket.order().account()).change(ticket, step.apply(ticket.order()));
        index(ticket);
    }

    private void index(OrderTicket ticket) {
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

    private void watch(OrderTicket ticket, String symbol) {
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

    private void unindex(OrderTicket ticket) {
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
}
