package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The orders of all accounts that are not closed, by what changes them next: a price, their expiry,
 * or a bell of the market.
 */
public final class OpenOrders {
    private static final Comparator<OrderHandle> BY_EXPIRY =
            Comparator.<OrderHandle, Instant>comparing(t -> t.order().milestones().expiresAt())
                    .thenComparingLong(t -> t.order().number());

    private final Map<String, TriggerBook> triggers = new HashMap<>();
    private final NavigableSet<OrderHandle> expiring = new TreeSet<>(BY_EXPIRY);
    private final NavigableSet<OrderHandle> queued =
            new TreeSet<>(Comparator.comparingLong(ticket -> ticket.order().number()));
    private final NavigableSet<OrderHandle> overnight =
            new TreeSet<>(Comparator.comparingLong(ticket -> ticket.order().number()));
    private final NavigableSet<String> fillableAtAnyPrice = new TreeSet<>();
    private final AssetCatalog listing;

    OpenOrders(AssetCatalog listing) {
        this.listing = listing;
    }

    /** Adds an order under its current state, unless it is closed. */
    void add(OrderHandle ticket) {
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

    /** Removes an order; must be called before its state changes. */
    void remove(OrderHandle ticket) {
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

    /** Returns the number of orders that are not closed, including held legs. */
    int count() {
        return expiring.size();
    }

    /** Returns the symbols with an order that a price may trigger or fill. */
    Set<String> watchedSymbols() {
        return triggers.keySet();
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

    /** Returns the next expiry after a time, or {@link Instant#MAX} without a next one. */
    public Instant nextExpiry(Instant after) {
        for (OrderHandle ticket : expiring) {
            Instant expiry = ticket.order().milestones().expiresAt();
            if (expiry.isAfter(after)) {
                return expiry;
            }
        }
        return Instant.MAX;
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
}
