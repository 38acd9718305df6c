package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Returns how much of each limit the stored orders use; makes no request. */
public final class LimitUses {
    private static final Set<OrderStatus> AT_BROKER =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toSet());
    private static final int PAGE_ORDERS = 200;

    private final OrderRepository repository;
    private final InstantSource clock;

    /** Builds the use case on its port. */
    public LimitUses(OrderRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Returns the number of orders that each limit on a number counts; limits that depend on prices
     * are left out.
     *
     * @param strategy the strategy whose limits they are, null for the account
     */
    public Map<LimitName, Integer> of(RiskLimits limits, @Nullable StrategyId strategy) {
        Map<LimitName, Integer> uses = new EnumMap<>(LimitName.class);
        limits.of(RiskLimit.MaxOpenOrders.class)
                .ifPresent(limit -> uses.put(limit.name(), openOrders(strategy)));
        limits.of(RiskLimit.MaxOrderRate.class)
                .ifPresent(limit -> uses.put(limit.name(), recent(strategy, limit.window())));
        return uses;
    }

    /** Returns the number of orders that are or may be at the broker. */
    public int openOrders(@Nullable StrategyId strategy) {
        return new OrderScanner(repository).listed(all(strategy).in(AT_BROKER)).size();
    }

    /** Returns the number of orders of the period up to now that were not denied; legs excluded. */
    public int recent(@Nullable StrategyId strategy, Duration period) {
        return since(strategy, clock.instant().minus(period)).size();
    }

    /** Returns all orders that are or may be at the broker. */
    List<Order> open() {
        return new OrderScanner(repository).listed(OrderQuery.all().in(AT_BROKER));
    }

    /** Returns all orders since midnight in New York that were not denied; legs excluded. */
    public List<Order> today() {
        return since(null, DayTrades.startOf(DayTrades.dayOf(clock.instant())));
    }

    private List<Order> since(@Nullable StrategyId strategy, Instant time) {
        OrderId first = OrderId.earliestAt(time);
        OrderQuery query = all(strategy).newestFirst().limit(PAGE_ORDERS);
        List<Order> found = new ArrayList<>();
        while (true) {
            List<Order> page = repository.search(query);
            for (Order order : page) {
                if (order.id().compareTo(first) < 0) {
                    return found;
                }
                if (counts(order)) {
                    found.add(order);
                }
            }
            if (page.size() < PAGE_ORDERS) {
                return found;
            }
            query = query.after(page.getLast().id());
        }
    }

    private static boolean counts(Order order) {
        return order.parent() == null && order.status() != OrderStatus.DENIED;
    }

    private static OrderQuery all(@Nullable StrategyId strategy) {
        return strategy == null ? OrderQuery.all() : OrderQuery.all().of(strategy);
    }
}
