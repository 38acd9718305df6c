package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.PositionRoom;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cancels the exits of entries of which every execution was busted, where the position is too small
 * for them: such an exit would open a position the other way.
 *
 * <p>It checks only while a bust is an open incident. That is opened before the bust is recorded,
 * so that a crash in between loses no cancel.
 */
public final class CancelBustedExits {
    private static final Set<OrderStatus> OPEN =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::open)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Fills fills;
    private final IncidentBook incidents;
    private final EntryChain entries;
    private final CancelOrder cancelOrder;

    public CancelBustedExits(LoopPorts ports, IncidentBook incidents, InstantSource clock) {
        this.repository = ports.repository();
        this.fills = ports.fills();
        this.incidents = incidents;
        this.entries = new EntryChain(repository);
        this.cancelOrder = new CancelOrder(repository, ports.broker(), clock);
    }

    /**
     * Requests the cancels that are due; the loop pursues them.
     *
     * @return the exits as they are afterwards
     */
    public List<Order> cancel() {
        if (incidents.subjects(IncidentKind.EXECUTION_CORRECTED).isEmpty()) {
            return List.of();
        }
        List<Order> open = new OrderScanner(repository).listed(OrderQuery.all().in(OPEN));
        Map<OrderId, Boolean> busted = new HashMap<>();
        return open.stream()
                .filter(order -> order.parent() != null && order.status() != OrderStatus.HELD)
                .filter(order -> !order.state().cancelWanted())
                .filter(exit ->
                        busted.computeIfAbsent(
                                Objects.requireNonNull(exit.parent()), this::isBusted))
                .filter(exit -> exceedsPosition(exit, open))
                .flatMap(exit -> canceled(exit).stream())
                .toList();
    }

    private Optional<Order> canceled(Order exit) {
        cancelOrder.cancel(exit.id());
        return repository.find(exit.id());
    }

    /** Whether the entry ended, and nothing of what it had traded counts any more. */
    private boolean isBusted(OrderId parent) {
        return entries.end(parent)
                .filter(entry -> entry.status().closed() && entry.cumQty().zero())
                .map(Order::brokerOrderId)
                .filter(this::isBusted)
                .isPresent();
    }

    private boolean isBusted(BrokerOrderId entry) {
        OrderExecutions executions = fills.executions(entry);
        return !executions.reported().isEmpty() && executions.current().isEmpty();
    }

    /** Exits that end each other count once. An order by cash may need any quantity. */
    private boolean exceedsPosition(Order exit, List<Order> open) {
        Quantity held =
                PositionRoom.held(
                        exit.terms().side(), repository.holdings().of(exit.terms().symbol()));
        Map<OrderId, Quantity> byFamily = new HashMap<>();
        for (Order order : open) {
            if (order.terms().side() == exit.terms().side()
                    && order.terms().symbol().equals(exit.terms().symbol())) {
                byFamily.merge(
                        Objects.requireNonNullElse(order.parent(), order.id()),
                        Objects.requireNonNullElse(order.leavesQty(), held),
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        return byFamily.values().stream().reduce(Quantity.ZERO, Quantity::plus).compareTo(held) > 0;
    }
}
