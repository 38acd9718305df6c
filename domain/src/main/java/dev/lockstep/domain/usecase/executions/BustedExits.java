package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the open exits of entries of which executions were busted. */
public final class BustedExits {
    private static final Set<OrderStatus> OPEN =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::open)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Fills fills;
    private final EntryChain entries;

    public BustedExits(OrderRepository repository, Fills fills) {
        this.repository = repository;
        this.fills = fills;
        this.entries = new EntryChain(repository);
    }

    /**
     * An exit and its entry, which has ended.
     *
     * @param exit one of the exits of the entry
     * @param entry the last order of the chain that opened the position
     */
    public record BustedExit(Order exit, Order entry) {}

    /** Returns one exit of each such entry, without those of which a cancel is requested. */
    public List<BustedExit> find() {
        Map<OrderId, Order> exits = new LinkedHashMap<>();
        for (Order order : new OrderScanner(repository).listed(OrderQuery.all().in(OPEN))) {
            if (order.parent() != null
                    && order.status() != OrderStatus.HELD
                    && !order.state().cancelWanted()) {
                exits.putIfAbsent(order.parent(), order);
            }
        }
        List<BustedExit> found = new ArrayList<>();
        exits.forEach((parent, exit) ->
                entries.end(parent)
                        .filter(entry -> entry.terms().side() != exit.terms().side())
                        .filter(this::isBusted)
                        .ifPresent(entry -> found.add(new BustedExit(exit, entry))));
        return found;
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
