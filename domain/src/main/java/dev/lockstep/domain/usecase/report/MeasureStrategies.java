package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.usecase.query.LimitUses;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.query.StrategyCapital;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up what the orders of each strategy have brought, from what is stored alone. */
public final class MeasureStrategies {
    private final OrderRepository repository;
    private final StrategyCapital capital;
    private final LimitUses uses;
    private final InstantSource clock;

    /** Builds the use case on its port. */
    public MeasureStrategies(OrderRepository repository, InstantSource clock) {
        this.repository = repository;
        this.capital = new StrategyCapital(repository);
        this.uses = new LimitUses(repository, clock);
        this.clock = clock;
    }

    /**
     * The figures of one strategy.
     *
     * @param profits the profit of its own orders by average cost, without fees and dividends
     * @param openOrders the number of its orders that have not ended
     * @param ordersThatDay the number of its orders of that day, without denied ones and legs
     * @param day the day in New York on which they were measured
     * @param realizedThatDay the part of the realized profit of that day, in dollars
     */
    public record Figures(
            Profits profits,
            int openOrders,
            int ordersThatDay,
            LocalDate day,
            Money realizedThatDay) {
        /** No orders. */
        public static final Figures NONE =
                new Figures(Profits.NONE, 0, 0, LocalDate.EPOCH, Money.ZERO);

        /** Returns the realized profit of a day if nothing has traded since the measurement. */
        public Money realizedOn(LocalDate requested) {
            return requested.equals(day) ? realizedThatDay : Money.ZERO;
        }

        /** Returns the number of orders of a day if none was submitted since the measurement. */
        public int ordersOn(LocalDate requested) {
            return requested.equals(day) ? ordersThatDay : 0;
        }
    }

    /**
     * Returns the exposure of a strategy: the value of its positions with all its open orders
     * filled, in dollars; empty if the price of an order is not known.
     *
     * @param price returns the current price of an instrument, null if it is not known; then the
     *     average price of the position counts
     */
    public Optional<Money> exposure(
            StrategyId strategy, Figures figures, Function<Symbol, @Nullable Price> price) {
        return capital.inUse(
                strategy,
                figures.profits().holdings().bySymbol(),
                (symbol, _) -> {
                    Price current = price.apply(symbol);
                    return Optional.ofNullable(
                            current == null ? figures.profits().of(symbol).avgPx() : current);
                });
    }

    /**
     * Returns the figures of every strategy that has traded, has open orders or orders of today.
     */
    public SortedMap<StrategyId, Figures> measure() {
        Map<StrategyId, List<Order>> traded = byStrategy(OrderQuery.all().counted());
        Map<StrategyId, List<Order>> open =
                byStrategy(
                        OrderQuery.all()
                                .in(
                                        Arrays.stream(OrderStatus.values())
                                                .filter(status -> !status.closed())
                                                .collect(Collectors.toSet())));
        Map<StrategyId, List<Order>> ofToday = byStrategy(uses.today());
        LocalDate today = DayTrades.dayOf(clock.instant());
        SortedMap<StrategyId, Figures> figures = new TreeMap<>();
        for (Map<StrategyId, List<Order>> some : List.of(traded, open, ofToday)) {
            for (StrategyId strategy : some.keySet()) {
                figures.computeIfAbsent(
                        strategy,
                        _ ->
                                figures(
                                        traded.getOrDefault(strategy, List.of()),
                                        open.getOrDefault(strategy, List.of()).size(),
                                        ofToday.getOrDefault(strategy, List.of()).size(),
                                        today));
            }
        }
        return Collections.unmodifiableSortedMap(figures);
    }

    private static Figures figures(
            List<Order> traded, int openOrders, int ordersToday, LocalDate today) {
        Profits profits = Profits.of(traded);
        Money before = Profits.before(DayTrades.startOf(today), traded).realized();
        return new Figures(
                profits,
                openOrders,
                ordersToday,
                today,
                new Money(profits.realized().value().subtract(before.value())));
    }

    private Map<StrategyId, List<Order>> byStrategy(OrderQuery query) {
        Map<StrategyId, List<Order>> orders = new TreeMap<>();
        new OrderScanner(repository).of(query, order -> add(order, orders));
        return orders;
    }

    private static Map<StrategyId, List<Order>> byStrategy(List<Order> listed) {
        Map<StrategyId, List<Order>> orders = new TreeMap<>();
        listed.forEach(order -> add(order, orders));
        return orders;
    }

    private static void add(Order order, Map<StrategyId, List<Order>> orders) {
        StrategyId strategy = order.terms().strategy();
        if (strategy != null) {
            orders.computeIfAbsent(strategy, _ -> new ArrayList<>()).add(order);
        }
    }
}
