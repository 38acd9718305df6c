package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderPurpose.Protection;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.close.CloseChain;
import dev.lockstep.domain.usecase.close.ExitRoom;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps an incident for each position that no stop protects although one was to: it was refused, it
 * was canceled for a close and what is to take its place is late, or it ended at the broker without
 * a request from here. It reads our own book only, so it may run often.
 */
public final class WatchProtection {
    /** The last stop of a symbol is among its newest orders. */
    private static final int NEWEST_ORDERS = 200;

    /** A close takes its time, and the position is without its stop meanwhile. */
    private static final Duration USUAL_CLOSE = Duration.ofSeconds(10);

    private static final Set<OrderStatus> REFUSED =
            EnumSet.of(OrderStatus.REJECTED, OrderStatus.DENIED, OrderStatus.NEVER_ACCEPTED);

    private final OrderRepository repository;
    private final IncidentBook incidents;
    private final StoredAges ages;
    private final CloseChain closes;
    private final EntryChain entries;
    private final EndedStops endedStops;
    private final RecentlyClosed recentlyClosed;
    private final PlatformClock clock;
    private FirstCheck firstCheck = new FirstCheck.NotYet();

    public WatchProtection(LoopPorts ports, IncidentBook incidents, PlatformClock clock) {
        this.repository = ports.repository();
        this.incidents = incidents;
        this.ages = new StoredAges(clock);
        this.entries = new EntryChain(repository);
        this.recentlyClosed = new RecentlyClosed(ports.feed(), clock);
        this.endedStops = new EndedStops(repository, recentlyClosed, clock);
        this.closes = new CloseChain(repository, ports.ids(), clock);
        this.clock = clock;
    }

    /** Checks once, and opens or ends the incidents. */
    public void check() {
        Set<String> symbols = new LinkedHashSet<>();
        symbols.addAll(incidents.subjects(IncidentKind.UNPROTECTED_POSITION));
        recentlyClosed.list().stream()
                .filter(WatchProtection::protective)
                .forEach(stop -> symbols.add(stop.terms().symbol().value()));
        waiting().forEach(exit -> symbols.add(exit.terms().symbol().value()));
        if (begins()) {
            repository.holdings().bySymbol().keySet().forEach(held -> symbols.add(held.value()));
        }
        Map<String, String> unprotected = new TreeMap<>();
        for (String symbol : symbols) {
            missing(new Symbol(symbol)).ifPresent(text -> unprotected.put(symbol, text));
        }
        incidents.settle(
                IncidentKind.UNPROTECTED_POSITION,
                unprotected,
                "the position is closed, or another stop protects it");
        recentlyClosed.examined();
    }

    /** Whether a stop that closed before this process began may still be unsettled. */
    private boolean begins() {
        long nanos =
                switch (firstCheck) {
                    case FirstCheck.NotYet _ -> clock.nanoTime();
                    case FirstCheck.At(long at) -> at;
                };
        firstCheck = new FirstCheck.At(nanos);
        return clock.since(nanos).compareTo(RecentlyClosed.LISTED_FOR) < 0;
    }

    private List<Order> waiting() {
        return new OrderScanner(repository)
                .listed(OrderQuery.all().in(EnumSet.of(OrderStatus.WAITING))).stream()
                        .filter(WatchProtection::protective)
                        .filter(exit -> Kind.PROTECTION.of(exit) || expires(exit))
                        .toList();
    }

    /** Returns whether an exit is about to end unsent because it waited for too long. */
    private boolean expires(Order exit) {
        OrderId parent = exit.parent();
        return exit.status() == OrderStatus.WAITING
                && parent != null
                && entries.end(parent)
                        .filter(entry -> entry.status().closed() && !entry.cumQty().zero())
                        .filter(entry ->
                                ages.reached(
                                        entry.id().value(), entry.updatedAt(), ExitRoom.MAX_AGE))
                        .isPresent();
    }

    /**
     * Returns why a position of this symbol is unprotected; empty if it is not, or was not to be.
     */
    private Optional<String> missing(Symbol symbol) {
        NetQuantity held = repository.holdings().of(symbol);
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
        if (stops.stream().anyMatch(order -> order.status().mayBeAtBroker())) {
            return Optional.empty();
        }
        return late(stops)
                .or(() ->
                        stops.stream()
                                .findFirst()
                                .filter(order -> expires(order) || ExitRoom.expired(order))
                                .map(order -> expired(order, held)))
                .or(() ->
                        stops.stream()
                                .findFirst()
                                .filter(order -> REFUSED.contains(order.status()))
                                .map(WatchProtection::text))
                .or(() -> stops.stream().findFirst().flatMap(stop -> endedStops.text(stop, held)));
    }

    /** At once if the close is over without having closed it, and else after a while. */
    private Optional<String> late(List<Order> stops) {
        Optional<Order> exit =
                stops.stream()
                        .filter(order -> order.status() == OrderStatus.WAITING)
                        .filter(Kind.PROTECTION::of)
                        .findFirst();
        Optional<Order> before =
                exit.flatMap(order -> repository.find(((Protection) order.purpose()).exit()));
        if (before.isEmpty() || !before.get().status().closed()) {
            return Optional.empty();
        }
        Order waiting = exit.orElseThrow();
        List<Order> closing = closes.unfinished(waiting.terms().symbol());
        boolean defaults =
                !closing.isEmpty()
                        && !ages.reached(
                                before.get().id().value(), before.get().updatedAt(), USUAL_CLOSE);
        return defaults ? Optional.empty() : Optional.of(text(waiting, before.get(), closing));
    }

    private static String text(Order waiting, Order before, List<Order> closing) {
        return "the position in "
                + waiting.terms().symbol()
                + " is unprotected since "
                + ShownValue.seconds(before.updatedAt())
                + ": order "
                + before.id()
                + " was canceled for a close, which "
                + (closing.isEmpty()
                        ? "is over"
                        : "is "
                                + ShownValue.of(closing.getFirst().status())
                                + ", order "
                                + closing.getFirst().id())
                + "; order "
                + waiting.id()
                + " is to protect it again";
    }

    private static String expired(Order exit, NetQuantity held) {
        return "The position of "
                + held
                + " "
                + exit.terms().symbol()
                + " is unprotected: its exit, order "
                + exit.id()
                + ", waited for more than 5 days after order "
                + exit.parent()
                + " had ended and is not sent any more. Send a stop or close the position.";
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
                + ShownValue.of(refused.status())
                + ": "
                + refused.state().text();
    }

    /** When this process first checked, on the monotonic clock. */
    private sealed interface FirstCheck {
        record NotYet() implements FirstCheck {}

        record At(long nanos) implements FirstCheck {}
    }
}
