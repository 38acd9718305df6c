package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists the strategies with their limits, orders and holdings; makes no request. */
public final class ListStrategies {
    private final OrderRepository repository;
    private final LimitUses uses;

    /** Builds the use case on its port. */
    public ListStrategies(OrderRepository repository, InstantSource clock) {
        this.repository = repository;
        this.uses = new LimitUses(repository, clock);
    }

    /**
     * A strategy as it is now.
     *
     * @param strategy the strategy
     * @param rules its limits and pauses
     * @param ordersToday the number of its orders since midnight in New York, without denied ones
     *     and legs
     * @param openOrders the number of its orders that are or may be at the broker
     * @param holdings its part of each position
     * @param uses the number of orders that each limit on a number counts
     */
    public record Snapshot(
            StrategyId strategy,
            RiskRules rules,
            int ordersToday,
            int openOrders,
            SortedMap<Symbol, NetQuantity> holdings,
            Map<LimitName, Integer> uses) {}

    /**
     * Returns the strategies that have limits, open orders, orders of today or holdings, by name;
     * reads every order with fills.
     */
    public List<Snapshot> list() {
        RiskRules rules = repository.riskControl().rules();
        List<Order> today = uses.today();
        List<Order> open = uses.open();
        SortedMap<StrategyId, SortedMap<Symbol, NetQuantity>> held = new TreeMap<>();
        for (HoldingsByStrategy.Holding holding : new HoldingsByStrategy(repository).all()) {
            held.computeIfAbsent(holding.strategy(), _ -> new TreeMap<>())
                    .put(holding.symbol(), holding.netQty());
        }
        SortedSet<StrategyId> all = new TreeSet<>(rules.strategies().keySet());
        all.addAll(held.keySet());
        List.of(today, open).forEach(orders -> orders.forEach(order -> add(order, all)));
        List<Snapshot> snapshots = new ArrayList<>();
        for (StrategyId strategy : all) {
            snapshots.add(
                    new Snapshot(
                            strategy,
                            rules.of(strategy),
                            count(today, strategy),
                            count(open, strategy),
                            held.getOrDefault(strategy, new TreeMap<>()),
                            uses.of(rules.of(strategy).limits(), strategy)));
        }
        return snapshots;
    }

    private static void add(Order order, SortedSet<StrategyId> all) {
        StrategyId strategy = order.terms().strategy();
        if (strategy != null) {
            all.add(strategy);
        }
    }

    private static int count(List<Order> orders, StrategyId strategy) {
        return Math.toIntExact(
                orders.stream().filter(order -> strategy.equals(order.terms().strategy())).count());
    }
}
