package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.position.StrategyProfits;
import dev.lockstep.domain.usecase.query.AdjustmentScanner;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up what each strategy has brought, from what is stored alone. */
public final class MeasureStrategies {
    private static final Set<OrderStatus> NOT_CLOSED =
            Arrays.stream(OrderStatus.values())
                    .filter(status -> !status.closed())
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final OrderScanner orders;
    private final StrategyCapital capital;
    private final LimitUses uses;
    private final InstantSource clock;

    /** Builds the use case on its port. */
    public MeasureStrategies(OrderRepository repository, InstantSource clock) {
        this.repository = repository;
        this.orders = new OrderScanner(repository);
        this.capital = new StrategyCapital(repository);
        this.uses = new LimitUses(repository, clock);
        this.clock = clock;
    }

    /**
     * The figures of one strategy.
     *
     * @param profits the profit of what it holds and held, by average cost, without fees and
     *     dividends in dollars
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
        List<Order> counted = new ArrayList<>();
        List<Adjustment> adjustments = new ArrayList<>();
        for (Symbol symbol : traded()) {
            counted.addAll(orders.listed(OrderQuery.all().of(symbol).counted()));
            adjustments.addAll(
                    new AdjustmentScanner(repository.adjustments())
                            .listed(AdjustmentQuery.all().of(symbol)));
        }
        LocalDate today = DayTrades.dayOf(clock.instant());
        Map<StrategyId, Profits> profits = StrategyProfits.of(counted, adjustments);
        Map<StrategyId, Profits> before =
                StrategyProfits.before(DayTrades.startOf(today), counted, adjustments);
        Map<StrategyId, List<Order>> open = byStrategy(OrderQuery.all().in(NOT_CLOSED));
        Map<StrategyId, List<Order>> ofToday = byStrategy(uses.today());
        Set<StrategyId> strategies = new TreeSet<>(profits.keySet());
        strategies.addAll(open.keySet());
        strategies.addAll(ofToday.keySet());
        SortedMap<StrategyId, Figures> figures = new TreeMap<>();
        for (StrategyId strategy : strategies) {
            Profits all = profits.getOrDefault(strategy, Profits.NONE);
            figures.put(
                    strategy,
                    new Figures(
                            all,
                            open.getOrDefault(strategy, List.of()).size(),
                            ofToday.getOrDefault(strategy, List.of()).size(),
                            today,
                            realizedSince(before.getOrDefault(strategy, Profits.NONE), all)));
        }
        return Collections.unmodifiableSortedMap(figures);
    }

    /** Returns the instruments that a strategy has traded, so that no other orders are kept. */
    private SortedSet<Symbol> traded() {
        SortedSet<Symbol> symbols = new TreeSet<>();
        orders.of(
                OrderQuery.all().counted(),
                order -> {
                    if (order.terms().strategy() != null) {
                        symbols.add(order.terms().symbol());
                    }
                });
        return symbols;
    }

    private static Money realizedSince(Profits before, Profits now) {
        return now.realized().plus(before.realized().negated());
    }

    private Map<StrategyId, List<Order>> byStrategy(OrderQuery query) {
        Map<StrategyId, List<Order>> orders = new TreeMap<>();
        this.orders.of(query, order -> add(order, orders));
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
