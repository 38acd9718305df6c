package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.pursue.AskTimes;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import dev.lockstep.domain.usecase.sync.LegRegistrar;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds orders that were closed as never accepted and reach the broker after all: a network may
 * hold a request for longer than any grace period. Each is looked up ever more rarely for an hour.
 * One that is found counts again, a cancel that was requested is sent, and it is an incident while
 * it is open and for a day after.
 *
 * <p>For one thread at a time.
 */
public final class WatchLateOrders {
    private static final Duration LOOKED_UP_FOR = Duration.ofHours(1);
    private static final Duration REPORTED_FOR = Duration.ofDays(1);
    private static final Duration FIRST_GAP = Duration.ofSeconds(10);
    private static final Duration LONGEST_GAP = Duration.ofMinutes(5);
    private static final int MAX_WATCHED = 200;
    private static final int MAX_LOOKUPS = 5;

    private final OrderRepository repository;
    private final Broker broker;
    private final IncidentBook incidents;
    private final PlatformClock clock;
    private final LegRegistrar legs;
    private final PursueRequests pursueRequests;
    private final AskTimes<OrderId> lookups = new AskTimes<>(FIRST_GAP, LONGEST_GAP);
    private final Map<OrderId, Order> watched = new HashMap<>();

    public WatchLateOrders(LoopPorts ports, IncidentBook incidents, PlatformClock clock) {
        this.repository = ports.repository();
        this.broker = ports.broker();
        this.incidents = incidents;
        this.clock = clock;
        this.legs = new LegRegistrar(repository, broker, ports.ids(), clock);
        this.pursueRequests = new PursueRequests(repository, broker, clock);
    }

    /** Runs one pass; returns the changed orders. */
    public List<Order> check() {
        List<Order> closed = recentlyClosed();
        lookups.retain(closed.stream().map(Order::id).toList());
        List<Order> found = new ArrayList<>();
        closed.stream()
                .filter(order -> lookups.due(order.id(), clock.nanoTime()))
                .limit(MAX_LOOKUPS)
                .forEach(order -> lookedUp(order).ifPresent(found::add));
        report(closed);
        return found;
    }

    private List<Order> recentlyClosed() {
        return repository
                .search(
                        OrderQuery.all()
                                .in(EnumSet.of(OrderStatus.NEVER_ACCEPTED))
                                .newestFirst()
                                .limit(MAX_WATCHED))
                .stream()
                .filter(order -> within(LOOKED_UP_FOR, order))
                .toList();
    }

    private Optional<Order> lookedUp(Order order) {
        lookups.asked(order.id(), clock.nanoTime());
        if (!(broker.find(order.clientOrderId()) instanceof OrderLookup.Found found)
                || !found.order().isOf(order)
                || !legs.keep(order, found.order(), found.evidence())) {
            return Optional.empty();
        }
        UpdateOutcome outcome =
                repository.update(
                        OrderUpdate.applying(
                                order.id(),
                                found.order().report(),
                                clock.instant(),
                                found.evidence()));
        return outcome instanceof UpdateOutcome.Updated updated
                ? Optional.of(pursueRequests.after(updated))
                : Optional.empty();
    }

    /** Reports watched orders that are at the broker now, found by the sync or the stream. */
    private void report(List<Order> closed) {
        closed.forEach(order -> watched.put(order.id(), order));
        Map<String, String> late = new HashMap<>();
        incidents.subjects(IncidentKind.ORDER_LATE).stream()
                .map(OrderId::new)
                .forEach(id -> repository.find(id).ifPresent(order -> add(late, order)));
        for (OrderId id : List.copyOf(watched.keySet())) {
            Optional<Order> now = repository.find(id);
            now.filter(order -> order.brokerOrderId() != null).ifPresent(order -> add(late, order));
            if (now.isEmpty() || now.get().status() != OrderStatus.NEVER_ACCEPTED) {
                watched.remove(id);
            }
        }
        watched.keySet().removeIf(id -> closed.stream().noneMatch(order -> order.id().equals(id)));
        incidents.settle(IncidentKind.ORDER_LATE, late, "it ended a day ago");
    }

    private void add(Map<String, String> late, Order order) {
        if (order.status().open() || within(REPORTED_FOR, order)) {
            late.put(order.id().value(), text(order));
        }
    }

    private boolean within(Duration span, Order order) {
        return Duration.between(order.updatedAt(), clock.instant()).abs().compareTo(span) < 0;
    }

    private static String text(Order order) {
        return "Order "
                + order.id()
                + " was closed as never accepted and reached the broker after all. It is "
                + ShownValue.of(order.status())
                + " with "
                + order.cumQty()
                + " filled, and counts in positions and limits.";
    }
}
