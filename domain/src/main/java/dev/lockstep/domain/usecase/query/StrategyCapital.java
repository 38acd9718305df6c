package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.StrategyPart;
import dev.lockstep.domain.risk.CapitalInUse;
import dev.lockstep.domain.risk.WorkingOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The capital that a strategy uses, counted as its budget counts it: the value of its positions
 * with all open orders filled. Makes no request. Thread-safe.
 */
public final class StrategyCapital {
    private static final Set<OrderStatus> WORKING =
            Arrays.stream(OrderStatus.values())
                    .filter(status -> status.mayBeAtBroker() && status != OrderStatus.HELD)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;

    /** Builds the use case on its port. */
    public StrategyCapital(OrderRepository repository) {
        this.repository = repository;
    }

    /**
     * Returns dollars; empty if a price is not known.
     *
     * @param held what the strategy holds
     * @param price the price at which a side trades
     */
    public Optional<Money> inUse(
            StrategyId strategy,
            Map<Symbol, NetQuantity> held,
            BiFunction<Symbol, Side, Optional<Price>> price) {
        List<StrategyPart> parts =
                held.entrySet().stream()
                        .map(each ->
                                new StrategyPart(each.getKey(), each.getValue(), DayTrades.NONE))
                        .toList();
        List<WorkingOrder> orders =
                new OrderScanner(repository)
                        .listed(OrderQuery.all().in(WORKING).of(strategy)).stream()
                                .map(this::working)
                                .toList();
        return new CapitalInUse(parts, orders, price).value();
    }

    private WorkingOrder working(Order order) {
        return WorkingOrder.of(order.id(), group(order), order.terms(), order.cumQty());
    }

    /** Returns the parent at the broker, whose children cancel each other. */
    private @Nullable OrderId group(Order order) {
        OrderId parent = order.parent();
        return parent == null
                ? null
                : repository
                        .find(parent)
                        .filter(entry -> !(entry.terms().orderClass() instanceof OrderClass.Simple))
                        .map(Order::id)
                        .orElse(null);
    }
}
