package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.StrategyHoldings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Returns the position of each strategy, by the fills of its orders and the adjustments; makes no
 * request.
 */
public final class HoldingsByStrategy {
    private final OrderRepository repository;

    /** Builds the use case on its port. */
    public HoldingsByStrategy(OrderRepository repository) {
        this.repository = repository;
    }

    /** Returns the position in one instrument. */
    public StrategyHoldings of(Symbol symbol) {
        return StrategyHoldings.of(
                new OrderScanner(repository).listed(OrderQuery.all().of(symbol).counted()),
                new AdjustmentScanner(repository.adjustments())
                        .listed(AdjustmentQuery.all().of(symbol)));
    }

    /** Returns all that is held, by instrument and strategy. */
    public List<Holding> all() {
        Map<Symbol, List<Order>> traded = new TreeMap<>();
        new OrderScanner(repository)
                .of(
                        OrderQuery.all().counted(),
                        order ->
                                traded.computeIfAbsent(
                                                order.terms().symbol(), _ -> new ArrayList<>())
                                        .add(order));
        Map<Symbol, List<Adjustment>> adjusted = new HashMap<>();
        new AdjustmentScanner(repository.adjustments())
                .of(AdjustmentQuery.all(), each -> add(adjusted, each));
        List<Holding> all = new ArrayList<>();
        traded.forEach((symbol, orders) ->
                StrategyHoldings.of(orders, adjusted.getOrDefault(symbol, List.of()))
                        .byStrategy()
                        .forEach((strategy, netQty) ->
                                all.add(new Holding(symbol, strategy, netQty))));
        return all;
    }

    private static void add(Map<Symbol, List<Adjustment>> bySymbol, Adjustment each) {
        if (each.symbol() != null) {
            bySymbol.computeIfAbsent(each.symbol(), _ -> new ArrayList<>()).add(each);
        }
    }

    /**
     * The position of one strategy in one instrument.
     *
     * @param symbol the instrument
     * @param strategy the strategy
     * @param netQty its size, never zero
     */
    public record Holding(Symbol symbol, StrategyId strategy, NetQuantity netQty) {}
}
