package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.TradingKeys;
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
    private final TradingKeys keys;
    private final LimitUses uses;

    public ListStrategies(OrderRepository repository, TradingKeys keys, InstantSource clock) {
        this.repository = repository;
        this.keys = keys;
        this.uses = new LimitUses(repository, clock);
    }

    /**
     * A strategy as it is now.
     *
     * @param strategy the strategy
     * @param rules its limits and pauses
     * @param holdings its part of each position
     * @param uses the number of orders that each limit on a number counts
     */
    public record Snapshot(
            StrategyId strategy,
            RiskRules rules,
            SortedMap<Symbol, NetQuantity> holdings,
            Map<LimitName, Integer> uses) {}

    /**
     * Returns the strategies that have limits, a key, open orders, orders of today or holdings, by
     * name; reads every order with fills.
     */
    public List<Snapshot> list() {
        RiskRules rules = repository.riskControl().rules();
        SortedMap<StrategyId, SortedMap<Symbol, NetQuantity>> held = new TreeMap<>();
        for (HoldingsByStrategy.Holding holding : new HoldingsByStrategy(repository).all()) {
            held.computeIfAbsent(holding.strategy(), _ -> new TreeMap<>())
                    .put(holding.symbol(), holding.netQty());
        }
        SortedSet<StrategyId> all = configured();
        all.addAll(held.keySet());
        List.of(uses.today(), uses.open())
                .forEach(orders -> orders.forEach(order -> add(order, all)));
        List<Snapshot> snapshots = new ArrayList<>();
        for (StrategyId strategy : all) {
            snapshots.add(
                    new Snapshot(
                            strategy,
                            rules.of(strategy),
                            held.getOrDefault(strategy, new TreeMap<>()),
                            uses.of(rules.of(strategy).limits(), strategy)));
        }
        return snapshots;
    }

    /** Returns the strategies that have limits, a pause, or a key or hook that is not revoked. */
    public SortedSet<StrategyId> configured() {
        SortedSet<StrategyId> all =
                new TreeSet<>(repository.riskControl().rules().strategies().keySet());
        for (TradingKey key : keys.all()) {
            if (key.valid()) {
                all.add(key.strategy());
            }
        }
        return all;
    }

    private static void add(Order order, SortedSet<StrategyId> all) {
        StrategyId strategy = order.terms().strategy();
        if (strategy != null) {
            all.add(strategy);
        }
    }
}
