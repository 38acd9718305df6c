package dev.lockstep.benchmarks.growth;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy.Holding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A SQLite database with the first orders, and what must be read from it.
 *
 * @param file the database file
 * @param orders number of orders
 * @param filled number of filled orders
 * @param holdings the position of each strategy in each instrument
 */
record GrownBook(Path file, int orders, int filled, List<Holding> holdings) {
    /** Events of an order, after the second of which it is open. */
    private static final int EVENTS_OF_OPEN = 2;

    GrownBook {
        holdings = List.copyOf(holdings);
    }

    /** Computes what must be read from a database of this many orders. */
    static GrownBook of(Path file, int orders) {
        Map<Symbol, Map<StrategyId, NetQuantity>> sums = new HashMap<>();
        int filled = 0;
        for (int number = 0; number < orders; number++) {
            GrownOrder order = new GrownOrder(number);
            if (!order.open()) {
                filled++;
                sums.computeIfAbsent(order.symbol(), _ -> new HashMap<>())
                        .merge(
                                order.strategy(),
                                order.side().applied(NetQuantity.FLAT, GrownOrder.QTY),
                                NetQuantity::plus);
            }
        }
        List<Holding> holdings = new ArrayList<>();
        sums.forEach((symbol, byStrategy) ->
                byStrategy.forEach(
                        (strategy, netQty) -> holdings.add(new Holding(symbol, strategy, netQty))));
        holdings.removeIf(holding -> holding.netQty().flat());
        return new GrownBook(file, orders, filled, holdings);
    }

    /** Returns the number of events of all orders. */
    long events() {
        return (long) EVENTS_OF_OPEN * orders + filled;
    }

    /** Returns the orders from a number on, in turn. */
    static List<GrownOrder> orders(int from, int to) {
        return IntStream.range(from, to).mapToObj(GrownOrder::new).toList();
    }

    /** Returns the position of all strategies in an instrument. */
    NetQuantity position(Symbol symbol) {
        return holdings.stream()
                .filter(holding -> holding.symbol().equals(symbol))
                .map(Holding::netQty)
                .reduce(NetQuantity.FLAT, NetQuantity::plus);
    }
}
