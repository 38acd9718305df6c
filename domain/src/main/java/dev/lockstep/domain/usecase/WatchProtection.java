package dev.lockstep.domain.usecase;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.position.Holdings;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps an incident for each position whose last stop was refused and that no other stop protects.
 * It looks at our own book only, so it may look often.
 */
final class WatchProtection {
    /** Far more than are refused between two looks. */
    private static final int NEWEST_REFUSALS = 50;

    /** The last stop of a symbol is among its newest orders. */
    private static final int NEWEST_ORDERS = 200;

    private static final Set<OrderStatus> REFUSED =
            EnumSet.of(OrderStatus.REJECTED, OrderStatus.DENIED, OrderStatus.NEVER_ACCEPTED);

    private final OrderRepository repository;
    private final IncidentBook incidents;
    private Instant lookedUpTo = Instant.MIN;

    WatchProtection(OrderRepository repository, IncidentBook incidents) {
        this.repository = repository;
        this.incidents = incidents;
    }

    void look() {
        Set<String> symbols = new LinkedHashSet<>();
        symbols.addAll(incidents.subjects(IncidentKind.UNPROTECTED_POSITION));
        symbols.addAll(newlyRefused());
        Map<String, String> unprotected = new TreeMap<>();
        for (String symbol : symbols) {
            refusedProtection(new Symbol(symbol))
                    .ifPresent(order -> unprotected.put(symbol, text(order)));
        }
        incidents.settle(
                IncidentKind.UNPROTECTED_POSITION,
                unprotected,
                "the position is closed, or another stop protects it");
    }

    private List<String> newlyRefused() {
        List<Order> refused =
                repository.search(
                        OrderQuery.all().in(REFUSED).newestFirst().limit(NEWEST_REFUSALS));
        Instant before = lookedUpTo;
        refused.stream()
                .map(Order::updatedAt)
                .filter(lookedUpTo::isBefore)
                .max(Instant::compareTo)
                .ifPresent(newest -> lookedUpTo = newest);
        return refused.stream()
                .filter(order -> !order.updatedAt().isBefore(before))
                .filter(WatchProtection::protective)
                .map(order -> order.terms().symbol().value())
                .toList();
    }

    /** The refused stop that leaves a position of this symbol without protection. */
    private Optional<Order> refusedProtection(Symbol symbol) {
        NetQuantity held =
                Holdings.NONE
                        .plus(
                                new EveryPage(repository)
                                        .listed(OrderQuery.all().of(symbol).traded()))
                        .of(symbol);
        if (held.flat()) {
            return Optional.empty();
        }
        Side exit = held.value().signum() > 0 ? Side.SELL : Side.BUY;
        List<Order> stops =
                repository
                        .search(OrderQuery.all().of(symbol).newestFirst().limit(NEWEST_ORDERS))
                        .stream()
                        .filter(order -> order.terms().side() == exit && protective(order))
                        .toList();
        boolean works = stops.stream().anyMatch(order -> order.status().mayBeAtBroker());
        return works
                ? Optional.empty()
                : stops.stream().findFirst().filter(order -> REFUSED.contains(order.status()));
    }

    private static boolean protective(Order order) {
        boolean stop =
                switch (order.terms().type()) {
                    case OrderType.Market _, OrderType.Limit _ -> false;
                    case OrderType.Stop _, OrderType.StopLimit _, OrderType.TrailingStop _ -> true;
                };
        return stop || order.terms().orderClass() instanceof OrderClass.OneCancelsOther;
    }

    private static String text(Order refused) {
        return "the position in "
                + refused.terms().symbol()
                + " is unprotected: its stop, order "
                + refused.id()
                + ", is "
                + refused.status()
                + ": "
                + refused.state().text();
    }
}
