package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.adjust.FetchAdjustments;
import dev.lockstep.domain.usecase.adjust.FetchedAdjustments;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.reconcile.ComparePositions;
import dev.lockstep.domain.usecase.reconcile.PositionComparison;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares our positions with the broker's and maintains an incident for each that differs in two
 * consecutive checks. Nothing is corrected, and a failed request decides nothing.
 *
 * <p>If the broker confirms twice that a position is gone that we still count, it was closed
 * externally. Then its exits are canceled: they would open a position in the other direction.
 */
public final class WatchPositions {
    private static final int MAX_ORDERS_NAMED = 5;
    private static final Set<OrderStatus> MAY_BE_AT_BROKER =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final FetchAdjustments fetchAdjustments;
    private final ComparePositions comparePositions;
    private final IncidentBook incidents;
    private final CancelOrder cancelOrder;
    private final Consumer<LoopEvent> events;
    private final UnreadableIncidents unreadable;
    private final ListedPositions listed;
    private final ConfirmedTwice confirmation = new ConfirmedTwice();
    private boolean differs;

    /**
     * Builds it on its ports.
     *
     * @param listed learns each list
     */
    public WatchPositions(
            LoopPorts ports,
            IncidentBook incidents,
            ListedPositions listed,
            InstantSource clock,
            Consumer<LoopEvent> events) {
        this.listed = listed;
        this.repository = ports.repository();
        this.fetchAdjustments =
                new FetchAdjustments(ports.repository(), ports.fills(), ports.history(), clock);
        this.comparePositions =
                new ComparePositions(repository, ports.fills(), ports.broker(), clock);
        this.incidents = incidents;
        this.unreadable = new UnreadableIncidents(incidents);
        this.cancelOrder = new CancelOrder(repository, ports.broker(), clock);
        this.events = events;
    }

    /**
     * Fetches adjustments and runs one check; returns why the data could not be fetched, else
     * empty.
     */
    public Optional<BrokerFault> check() {
        return switch (fetchAdjustments.fetch(differs)) {
            case FetchResult.Complete<FetchedAdjustments>(FetchedAdjustments adjustments) -> {
                unreadable.settle(adjustments);
                yield compared();
            }
            case FetchResult.Failed<FetchedAdjustments> failed -> Optional.of(failed.fault());
        };
    }

    private Optional<BrokerFault> compared() {
        return switch (comparePositions.compare()) {
            case FetchResult.Complete<FetchedList<PositionComparison>> complete -> {
                listed.listed(complete.value());
                compared(complete.value());
                unreadable.settle(UnreadableItem.Kind.POSITION, complete.value().unreadable());
                yield Optional.empty();
            }
            case FetchResult.Failed<FetchedList<PositionComparison>> failed ->
                    Optional.of(failed.fault());
        };
    }

    private void compared(FetchedList<PositionComparison> positions) {
        var apart =
                positions.items().stream()
                        .filter(position -> !position.inStep())
                        .collect(
                                Collectors.toMap(
                                        position -> position.symbol().value(),
                                        Function.identity(),
                                        (one, _) -> one,
                                        TreeMap::new));
        Set<String> confirmed = confirmation.confirmed(bySize(apart.values()));
        Set<String> believed = new HashSet<>(incidents.subjects(IncidentKind.POSITION_MISMATCH));
        apart.values().stream()
                .filter(position -> confirmed.contains(bySize(position)))
                .forEach(position -> believed.add(position.symbol().value()));
        differs = !positions.items().stream().allMatch(PositionComparison::same);
        apart.keySet().retainAll(believed);
        Map<String, String> seen = undecided(positions.unreadable());
        apart.values().forEach(position -> seen.put(position.symbol().value(), text(position)));
        incidents.settle(IncidentKind.POSITION_MISMATCH, seen, "both sides agree again");
        apart.values().stream()
                .filter(position -> position.brokers().flat())
                .forEach(this::cancelExits);
    }

    /** Returns a position that cannot be read proves no agreement. */
    private Map<String, String> undecided(List<UnreadableItem> unreadable) {
        Map<String, String> open = new TreeMap<>(incidents.texts(IncidentKind.POSITION_MISMATCH));
        open.keySet()
                .removeIf(symbol ->
                        unreadable.stream().noneMatch(item -> item.mayBe(new Symbol(symbol))));
        return open;
    }

    private static Set<String> bySize(Collection<PositionComparison> positions) {
        return positions.stream().map(WatchPositions::bySize).collect(Collectors.toSet());
    }

    /** A trade or a fee between two questions makes a difference of another size each time. */
    private static String bySize(PositionComparison position) {
        return position.symbol()
                + " "
                + position.ours().value().subtract(position.brokers().value()).toPlainString();
    }

    private void cancelExits(PositionComparison closedElsewhere) {
        Side exit = closedElsewhere.ours().value().signum() > 0 ? Side.SELL : Side.BUY;
        repository
                .search(OrderQuery.all().in(MAY_BE_AT_BROKER).of(closedElsewhere.symbol()))
                .stream()
                .filter(order -> order.parent() != null || Kind.PROTECTION.of(order))
                .filter(order -> order.terms().side() == exit)
                .filter(order -> order.status().open() && !order.state().cancelWanted())
                .forEach(order -> {
                    cancelOrder.cancel(order.id());
                    repository
                            .find(order.id())
                            .ifPresent(asked ->
                                    events.accept(
                                            new LoopEvent.OrderChanged(
                                                    asked, LoopEvent.Source.POSITION)));
                });
    }

    private String text(PositionComparison position) {
        List<Order> orders =
                repository.search(OrderQuery.all().in(MAY_BE_AT_BROKER).of(position.symbol()));
        return position.ours()
                + " by our orders, "
                + position.brokers()
                + " at the broker; possible causes: an external order, or an entry that the broker has not booked yet"
                + named(", our orders without an answer ", orders, OrderStatus::unresolved)
                + named("; our orders that keep working: ", orders, OrderStatus::open);
    }

    private static String named(
            String heading, List<Order> orders, Predicate<OrderStatus> standing) {
        List<Order> such = orders.stream().filter(order -> standing.test(order.status())).toList();
        return such.isEmpty()
                ? ""
                : heading
                        + such.stream()
                                .limit(MAX_ORDERS_NAMED)
                                .map(order -> order.id().value())
                                .collect(Collectors.joining(", "))
                        + (such.size() > MAX_ORDERS_NAMED
                                ? " and " + (such.size() - MAX_ORDERS_NAMED) + " more"
                                : "");
    }
}
