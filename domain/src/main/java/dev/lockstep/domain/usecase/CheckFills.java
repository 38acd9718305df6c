package dev.lockstep.domain.usecase;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.port.AccountHistory;
import dev.lockstep.domain.port.BrokerFault;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.Fills;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps the account's executions and compares what they add up to with what each order is said to
 * have traded; what differs in two looks is an incident, and nothing is corrected.
 */
final class CheckFills {
    /** The broker may tell of an execution this much later than it happened. */
    private static final Duration LATEST = Duration.ofMinutes(15);

    /** Late ones are looked for this often, and at once while something differs. */
    private static final Duration DEEP_EVERY = Duration.ofMinutes(15);

    private static final Duration DEEP = LATEST.plus(DEEP_EVERY);

    /** Most are told of sooner, and to read less often costs fewer requests. */
    private static final Duration SHALLOW = Duration.ofSeconds(30);

    /** How far the broker's clock may be behind ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final OrderRepository repository;
    private final Fills fills;
    private final AccountHistory history;
    private final IncidentBook incidents;
    private final InstantSource clock;
    private final TwoLooks looks = new TwoLooks();
    private Set<BrokerOrderId> differing = Set.of();
    private Instant deepDue = Instant.MIN;

    CheckFills(LoopPorts ports, IncidentBook incidents, InstantSource clock) {
        this.repository = ports.repository();
        this.fills = ports.fills();
        this.history = ports.history();
        this.incidents = incidents;
        this.clock = clock;
    }

    /** One look; empty, or why the executions could not be had. */
    Optional<BrokerFault> look() {
        Instant asked = clock.instant();
        boolean deep = !asked.isBefore(deepDue) || !differing.isEmpty();
        return switch (history.fillsSince(since(deep ? DEEP : SHALLOW))) {
            case Fetched.Complete<List<Fill>> complete -> {
                fetched(complete.value());
                fills.completeUntil(reached(asked, complete.value()));
                deepDue = deep ? asked.plus(DEEP_EVERY) : deepDue;
                yield Optional.empty();
            }
            case Fetched.Failed<List<Fill>> failed -> Optional.of(failed.fault());
        };
    }

    /**
     * Not the newest execution that is known: live news tells of one before the ones that happened
     * while nobody listened. Before the first look nothing is older than our first order.
     */
    private Instant since(Duration back) {
        return fills.completeUntil()
                .map(until -> until.minus(back))
                .orElseGet(() ->
                        repository.search(OrderQuery.all().limit(1)).stream()
                                .map(Order::createdAt)
                                .findFirst()
                                .orElseGet(clock::instant)
                                .minus(CLOCK_SKEW));
    }

    private static Instant reached(Instant asked, List<Fill> executions) {
        return executions.stream()
                .map(Fill::transactTime)
                .reduce(asked.minus(CLOCK_SKEW), (one, other) -> one.isAfter(other) ? one : other);
    }

    private void fetched(List<Fill> executions) {
        fills.addAll(executions);
        Set<BrokerOrderId> wanted = new HashSet<>(differing);
        executions.forEach(fill -> wanted.add(fill.brokerOrderId()));
        incidents
                .subjects(IncidentKind.FILL_MISMATCH)
                .forEach(subject ->
                        repository
                                .find(new OrderId(subject))
                                .map(Order::brokerOrderId)
                                .ifPresent(wanted::add));
        compare(wanted);
    }

    private void compare(Set<BrokerOrderId> wanted) {
        Map<String, Order> apart = new TreeMap<>();
        Set<BrokerOrderId> found = new HashSet<>();
        for (BrokerOrderId id : wanted) {
            Optional<Order> order = repository.byBrokerOrderId(id);
            if (order.isPresent() && !traded(id).equals(order.get().cumQty())) {
                apart.put(order.get().id().value(), order.get());
                found.add(id);
            }
        }
        differing = found;
        Set<String> believed = looks.confirmed(apart.keySet());
        believed.addAll(incidents.subjects(IncidentKind.FILL_MISMATCH));
        apart.keySet().retainAll(believed);
        incidents.settle(
                IncidentKind.FILL_MISMATCH,
                apart.values().stream()
                        .collect(Collectors.toMap(order -> order.id().value(), this::text)),
                "they add up");
    }

    private Quantity traded(BrokerOrderId id) {
        return new Quantity(
                fills.of(id).stream()
                        .map(fill -> fill.lastQty().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private String text(Order order) {
        BrokerOrderId id = order.brokerOrderId();
        return "the executions of "
                + order.terms().symbol()
                + " add up to "
                + (id == null ? Quantity.ZERO : traded(id))
                + ", the order is said to have traded "
                + order.cumQty();
    }
}
