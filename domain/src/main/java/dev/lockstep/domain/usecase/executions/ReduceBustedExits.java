package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.ExcessExits;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reduces the exits of entries of which executions were busted, where the position is too small for
 * them: such an exit would open a position the other way. An exit that is too large is canceled,
 * and one for the rest waits locally until it has ended.
 *
 * <p>It checks only while a bust is an open incident. That is opened before the bust is recorded,
 * so that a crash in between loses no cancel.
 */
public final class ReduceBustedExits {
    private static final Set<OrderStatus> OPEN =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::open)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Fills fills;
    private final IncidentBook incidents;
    private final EntryChain entries;
    private final ExcessExits excessExits;
    private final SubmitContingentExit submitExit;
    private final CancelOrder cancelOrder;

    public ReduceBustedExits(LoopPorts ports, IncidentBook incidents, InstantSource clock) {
        this.repository = ports.repository();
        this.fills = ports.fills();
        this.incidents = incidents;
        this.entries = new EntryChain(repository);
        this.excessExits = new ExcessExits(repository);
        this.submitExit =
                new SubmitContingentExit(repository, ports.ids(), clock, ports.broker().venue());
        this.cancelOrder = new CancelOrder(repository, ports.broker(), clock);
    }

    /**
     * Stores the smaller exits and requests the cancels that are due; the loop pursues them.
     *
     * @return the exits as they are afterwards
     */
    public List<Order> reduce() {
        if (incidents.subjects(IncidentKind.EXECUTION_CORRECTED).isEmpty()) {
            return List.of();
        }
        Map<OrderId, Order> exits = new LinkedHashMap<>();
        for (Order order : new OrderScanner(repository).listed(OrderQuery.all().in(OPEN))) {
            if (order.parent() != null
                    && order.status() != OrderStatus.HELD
                    && !order.state().cancelWanted()) {
                exits.putIfAbsent(order.parent(), order);
            }
        }
        return exits.entrySet().stream()
                .flatMap(each -> reduced(each.getKey(), each.getValue()))
                .toList();
    }

    private Stream<Order> reduced(OrderId parent, Order exit) {
        return entries
                .end(parent)
                .filter(entry -> entry.terms().side() != exit.terms().side())
                .filter(this::isBusted)
                .stream()
                .flatMap(entry -> excessExits.of(exit, entry).stream())
                .flatMap(this::reduced);
    }

    /**
     * The smaller exit is stored first: a crash in between leaves both, and the next pass ends one.
     */
    private Stream<Order> reduced(ExcessExits.Excess excess) {
        Order main = excess.members().getFirst();
        excess.rest().ifPresent(rest -> submitExit.storeRest(main, rest));
        return excess.members().stream().flatMap(exit -> canceled(exit).stream());
    }

    private Optional<Order> canceled(Order exit) {
        cancelOrder.cancel(exit.id());
        return repository.find(exit.id());
    }

    /** Whether the entry ended, and something of what it had traded does not count any more. */
    private boolean isBusted(Order entry) {
        return entry.status().closed()
                && Optional.ofNullable(entry.brokerOrderId()).filter(this::isBusted).isPresent();
    }

    private boolean isBusted(BrokerOrderId entry) {
        OrderExecutions executions = fills.executions(entry);
        return !executions.reported().equals(executions.current());
    }
}
