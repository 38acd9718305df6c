package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds up what the orders of each strategy have brought, from what is stored alone. */
public final class MeasureStrategies {
    private final OrderRepository repository;

    /** Builds the use case on its port. */
    public MeasureStrategies(OrderRepository repository) {
        this.repository = repository;
    }

    /**
     * The figures of one strategy.
     *
     * @param profits the profit of its own orders by average cost, without fees and dividends
     * @param openOrders the number of its orders that have not ended
     */
    public record Figures(Profits profits, int openOrders) {}

    /** Returns the figures of every strategy that has traded or has open orders. */
    public SortedMap<StrategyId, Figures> measure() {
        Map<StrategyId, List<Order>> traded = byStrategy(OrderQuery.all().counted());
        Map<StrategyId, List<Order>> open =
                byStrategy(
                        OrderQuery.all()
                                .in(
                                        Arrays.stream(OrderStatus.values())
                                                .filter(status -> !status.closed())
                                                .collect(Collectors.toSet())));
        SortedMap<StrategyId, Figures> figures = new TreeMap<>();
        traded.forEach((strategy, orders) ->
                figures.put(
                        strategy,
                        new Figures(
                                Profits.of(orders),
                                open.getOrDefault(strategy, List.of()).size())));
        open.forEach((strategy, orders) ->
                figures.computeIfAbsent(strategy, _ -> new Figures(Profits.NONE, orders.size())));
        return Collections.unmodifiableSortedMap(figures);
    }

    private Map<StrategyId, List<Order>> byStrategy(OrderQuery query) {
        Map<StrategyId, List<Order>> orders = new TreeMap<>();
        new OrderScanner(repository)
                .of(
                        query,
                        order -> {
                            StrategyId strategy = order.terms().strategy();
                            if (strategy != null) {
                                orders.computeIfAbsent(strategy, _ -> new ArrayList<>()).add(order);
                            }
                        });
        return orders;
    }
}
