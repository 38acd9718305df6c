package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.executions.FetchFills.Executions;
import dev.lockstep.domain.usecase.monitor.ConfirmedTwice;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.UnreadableIncidents;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares what an order's executions add up to with what it is said to have traded. Of what
 * differs the broker is asked and its answer recorded; what still differs in the next check is an
 * incident.
 */
public final class CheckFills {
    private final OrderRepository repository;
    private final Fills fills;
    private final FetchFills fetchFills;
    private final IncidentBook incidents;
    private final UnreadableIncidents unreadable;
    private final RecheckOrders recheckOrders;
    private final ChangedExecutions changedExecutions;
    private final RecordCorrections recordCorrections;
    private final SuspectOrders suspectOrders;
    private final ConfirmedTwice confirmation = new ConfirmedTwice();
    private Set<BrokerOrderId> differing = Set.of();
    private boolean missed;
    private boolean goesOn;

    /** Fills of the last check whose order is closed and agrees. */
    private Set<Fill> settled = Set.of();

    public CheckFills(LoopPorts ports, IncidentBook incidents, InstantSource clock) {
        this.repository = ports.repository();
        this.fills = ports.fills();
        this.fetchFills =
                new FetchFills(
                        ports.repository(), ports.fills(), ports.history(), incidents, clock);
        this.changedExecutions = new ChangedExecutions(ports.fills(), ports.history(), clock);
        this.recordCorrections =
                new RecordCorrections(ports.repository(), ports.fills(), incidents);
        this.suspectOrders = new SuspectOrders(ports.repository(), incidents);
        this.incidents = incidents;
        this.recheckOrders = new RecheckOrders(ports, incidents, clock);
        this.unreadable = new UnreadableIncidents(incidents);
    }

    /**
     * Reads a part of the executions, and compares once all are read; returns why they could not be
     * fetched, else empty.
     */
    public Optional<BrokerFault> check() {
        return switch (fetchFills.fetchPart(missed)) {
            case FetchResult.Complete<Optional<Executions>>(Optional<Executions> all) -> {
                all.ifPresent(this::compare);
                goesOn = all.isEmpty();
                yield Optional.empty();
            }
            case FetchResult.Failed<Optional<Executions>>(BrokerFault fault) -> {
                goesOn = false;
                yield Optional.of(fault);
            }
        };
    }

    /** Returns whether there is more to read than the last check has. */
    public boolean goesOn() {
        return goesOn;
    }

    private void compare(Executions executions) {
        compare(executions.read(), suspectOrders.of(executions.corrections()));
        unreadable(executions);
    }

    /** The history is read in parts, so what is not in this part is not over. */
    private void unreadable(Executions executions) {
        unreadable.add(
                UnreadableItem.Kind.ACTIVITY,
                executions.unreadable().stream()
                        .filter(item -> item.cause() == UnreadableItem.Cause.MALFORMED)
                        .toList());
        unreadable.read(executions.read());
    }

    private void compare(List<Fill> executions, List<Order> suspects) {
        Map<BrokerOrderId, Order> ours = ours(executions);
        Map<BrokerOrderId, OrderExecutions> known = corrected(ours.keySet(), executions);
        Map<BrokerOrderId, Order> apart = new HashMap<>(ours);
        apart.entrySet()
                .removeIf(entry -> traded(known, entry.getKey()).equals(ownQty(entry.getValue())));
        differing = Set.copyOf(apart.keySet());
        settled =
                executions.stream()
                        .filter(fill -> isSettled(fill, ours))
                        .collect(Collectors.toUnmodifiableSet());
        List<Order> contradicted = new ArrayList<>(apart.values());
        suspects.stream().filter(order -> !contradicted.contains(order)).forEach(contradicted::add);
        recheck(executions, ours, contradicted);
        tell(apart.values());
    }

    /** Records executions that are listed otherwise; returns what is stored of all after that. */
    private Map<BrokerOrderId, OrderExecutions> corrected(
            Set<BrokerOrderId> ours, List<Fill> executions) {
        Map<ExecutionId, List<Fill>> listed =
                executions.stream().collect(Collectors.groupingBy(Fill::executionId));
        Map<BrokerOrderId, OrderExecutions> known = fills.executions(ours);
        List<FillCorrection> corrections =
                known.values().stream()
                        .flatMap(each -> changedExecutions.listedOtherwise(each, listed).stream())
                        .toList();
        return recordCorrections.record(corrections).isEmpty() ? known : fills.executions(ours);
    }

    /** Records the results of looking the orders up; the next check compares again. */
    private void recheck(
            List<Fill> executions, Map<BrokerOrderId, Order> ours, List<Order> contradicted) {
        recheckOrders.ours(contradicted);
        Set<BrokerOrderId> unknown =
                executions.stream().map(Fill::brokerOrderId).collect(Collectors.toSet());
        unknown.removeAll(ours.keySet());
        unknown.removeAll(repository.byBrokerOrderIds(unknown).keySet());
        recheckOrders
                .unknown(unknown)
                .forEach(lost ->
                        incidents.open(lost.kind(), lost.order().id().value(), lost.text()));
    }

    private Map<BrokerOrderId, Order> ours(List<Fill> executions) {
        Set<BrokerOrderId> requested = new HashSet<>(differing);
        executions.stream()
                .filter(fill -> !settled.contains(fill))
                .forEach(fill -> requested.add(fill.brokerOrderId()));
        incidents
                .subjects(IncidentKind.FILL_MISMATCH)
                .forEach(subject ->
                        repository
                                .find(new OrderId(subject))
                                .map(Order::brokerOrderId)
                                .ifPresent(requested::add));
        return repository.byBrokerOrderIds(requested);
    }

    private boolean isSettled(Fill fill, Map<BrokerOrderId, Order> ours) {
        Order order = ours.get(fill.brokerOrderId());
        return order == null
                ? settled.contains(fill)
                : order.status().closed() && !differing.contains(fill.brokerOrderId());
    }

    private void tell(Collection<Order> orders) {
        Map<String, Order> apart = new TreeMap<>();
        orders.forEach(order -> apart.put(order.id().value(), order));
        Set<String> believed = confirmation.confirmed(apart.keySet());
        believed.addAll(incidents.subjects(IncidentKind.FILL_MISMATCH));
        apart.keySet().retainAll(believed);
        incidents.settle(
                IncidentKind.FILL_MISMATCH,
                apart.values().stream()
                        .collect(Collectors.toMap(order -> order.id().value(), this::text)),
                "they add up");
        missed = !apart.isEmpty();
    }

    private static Quantity traded(Map<BrokerOrderId, OrderExecutions> known, BrokerOrderId id) {
        OrderExecutions executions = known.get(id);
        return executions == null ? Quantity.ZERO : executions.traded();
    }

    /** Without what the orders had traded whose place it took: the broker counts that into it. */
    private Quantity ownQty(Order order) {
        return order.cumQty().less(ReplacedFills.carried(repository, order));
    }

    private String text(Order order) {
        BrokerOrderId id = order.brokerOrderId();
        return "the executions of "
                + order.terms().symbol()
                + " add up to "
                + (id == null ? Quantity.ZERO : fills.executions(id).traded())
                + ", the order is said to have traded "
                + order.cumQty();
    }
}
