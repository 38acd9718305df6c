package dev.lockstep.gateway.alpaca.read;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The shares that a strategy's open exits hold. Exits that cancel each other hold them once. */
final class HeldShares {
    private static final Set<OrderStatus> WORKING =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .filter(status -> status != OrderStatus.HELD)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;

    HeldShares(OrderRepository repository) {
        this.repository = repository;
    }

    /**
     * Returns the quantity.
     *
     * @param exit the side of orders that close the position
     */
    BigDecimal of(StrategyId strategy, Symbol symbol, Side exit) {
        OrderQuery open = OrderQuery.all().in(WORKING).of(strategy).of(symbol).of(exit);
        Map<OrderId, BigDecimal> groups = new HashMap<>();
        for (Order order : new OrderScanner(repository).listed(open)) {
            groups.merge(group(order), leaves(order), BigDecimal::max);
        }
        return groups.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static OrderId group(Order order) {
        OrderId parent = order.parent();
        return parent != null && OrderPurpose.Kind.LEG.of(order) ? parent : order.id();
    }

    /** An order for an amount of dollars has no quantity until it fills. */
    private static BigDecimal leaves(Order order) {
        Quantity leaves = order.leavesQty();
        return leaves == null ? BigDecimal.ZERO : leaves.value();
    }
}
