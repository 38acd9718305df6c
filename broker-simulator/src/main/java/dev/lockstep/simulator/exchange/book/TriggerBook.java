package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderType;
import dev.lockstep.simulator.exchange.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Index of one symbol's active orders by trigger price, so that a price move costs only the orders
 * it triggers, however many rest.
 */
public final class TriggerBook {
    private static final Comparator<OrderHandle> BY_NUMBER =
            Comparator.comparingLong(ticket -> ticket.order().number());

    private final NavigableMap<BigDecimal, Set<OrderHandle>> rising = new TreeMap<>();
    private final NavigableMap<BigDecimal, Set<OrderHandle>> falling = new TreeMap<>();
    private final Set<OrderHandle> trailing = new LinkedHashSet<>();
    private final Set<OrderHandle> always = new LinkedHashSet<>();

    /** Adds an order if its state watches the market. */
    void add(OrderHandle ticket) {
        if (ticket.order().watching()) {
            ticketsFor(ticket.order(), true).add(ticket);
        }
    }

    /** Reverses {@link #add}. Must be called before the ticket's order changes. */
    void remove(OrderHandle ticket) {
        if (ticket.order().watching()) {
            ticketsFor(ticket.order(), false).remove(ticket);
            prune(ticket.order());
        }
    }

    /** Returns whether some order would fill at any price. */
    boolean fillableAtAnyPrice() {
        return !always.isEmpty();
    }

    /** Returns whether the index has no orders. */
    boolean empty() {
        return always.isEmpty() && trailing.isEmpty() && rising.isEmpty() && falling.isEmpty();
    }

    /** Returns the orders triggered by a price, oldest first. */
    public List<OrderHandle> due(BigDecimal price) {
        List<OrderHandle> due = new ArrayList<>(always);
        due.addAll(trailing);
        rising.headMap(price, true).values().forEach(due::addAll);
        falling.tailMap(price, true).values().forEach(due::addAll);
        due.sort(BY_NUMBER);
        return due;
    }

    /**
     * Returns the first trigger price strictly between two prices, in the direction of the move.
     */
    public @Nullable BigDecimal between(BigDecimal from, BigDecimal to) {
        boolean up = to.compareTo(from) > 0;
        BigDecimal first = up ? rising.higherKey(from) : falling.lowerKey(from);
        for (OrderHandle ticket : trailing) {
            BigDecimal stop = FillConditions.wakePrice(ticket.order());
            boolean ahead = up ? stop.compareTo(from) > 0 : stop.compareTo(from) < 0;
            if (ahead
                    && rises(ticket.order()) == up
                    && (first == null || nearer(stop, first, up))) {
                first = stop;
            }
        }
        return first == null || nearer(first, to, up) ? first : null;
    }

    private static boolean nearer(BigDecimal price, BigDecimal other, boolean up) {
        return up ? price.compareTo(other) < 0 : price.compareTo(other) > 0;
    }

    private Set<OrderHandle> ticketsFor(Order order, boolean create) {
        if (trades(order)) {
            return always;
        }
        if (order.terms().type() == OrderType.TRAILING_STOP) {
            return trailing;
        }
        NavigableMap<BigDecimal, Set<OrderHandle>> side = rises(order) ? rising : falling;
        BigDecimal key = FillConditions.wakePrice(order);
        return create
                ? side.computeIfAbsent(key, _ -> new LinkedHashSet<>())
                : side.getOrDefault(key, new LinkedHashSet<>());
    }

    private void prune(Order order) {
        if (trades(order) || order.terms().type() == OrderType.TRAILING_STOP) {
            return;
        }
        NavigableMap<BigDecimal, Set<OrderHandle>> side = rises(order) ? rising : falling;
        side.computeIfPresent(
                FillConditions.wakePrice(order),
                (_, tickets) -> tickets.isEmpty() ? null : tickets);
    }

    private static boolean trades(Order order) {
        return FillConditions.atAnyPrice(order);
    }

    private static boolean rises(Order order) {
        boolean stopping = FillConditions.waitsForStop(order);
        return (order.terms().side() == Side.BUY) == stopping;
    }
}
