package dev.lockstep.simulation.check;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.AverageCost;
import dev.lockstep.domain.position.Profits;
import dev.lockstep.domain.position.StrategyProfits;
import dev.lockstep.domain.usecase.query.AdjustmentScanner;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.report.MeasureProfit;
import dev.lockstep.simulation.exchange.ObservedExecution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Compares the dollars that the store adds up to with the exchange's cash and trades. */
final class MoneyChecks {
    /**
     * The average price of an order is rounded to twelve decimals, and so is each part of a cost.
     */
    private static final BigDecimal ROUNDING = new BigDecimal("0.0001");

    private final Findings findings;
    private final Fills fills;
    private final List<Adjustment> adjustments;

    MoneyChecks(Findings findings, Fills fills) {
        this.findings = findings;
        this.fills = fills;
        this.adjustments =
                new AdjustmentScanner(findings.repository().adjustments())
                        .listed(AdjustmentQuery.all());
    }

    void check() {
        cash();
        Profits measured = new MeasureProfit(findings.repository()).measure();
        measured.bySymbol().forEach((symbol, cost) -> profit(symbol, cost, ""));
        Map<StrategyId, List<Order>> byStrategy = new HashMap<>();
        findings.orders().stream()
                .filter(order -> order.terms().strategy() != null)
                .forEach(order ->
                        byStrategy
                                .computeIfAbsent(
                                        Objects.requireNonNull(order.terms().strategy()),
                                        _ -> new ArrayList<>())
                                .add(order));
        byStrategy.forEach(this::profitOf);
        strategies();
    }

    /** What a strategy is said to have gained is of what it is said to hold. */
    private void strategies() {
        Map<StrategyId, Map<Symbol, NetQuantity>> held = new TreeMap<>();
        new HoldingsByStrategy(findings.repository())
                .all()
                .forEach(each ->
                        held.computeIfAbsent(each.strategy(), _ -> new TreeMap<>())
                                .put(each.symbol(), each.netQty()));
        List<Order> counted =
                new OrderScanner(findings.repository()).listed(OrderQuery.all().counted());
        StrategyProfits.of(counted, adjustments)
                .forEach((strategy, profits) -> {
                    Map<Symbol, NetQuantity> valued = profits.holdings().bySymbol();
                    Map<Symbol, NetQuantity> parts = held.getOrDefault(strategy, Map.of());
                    findings.require(
                            valued.equals(parts),
                            Invariant.STRATEGY_HOLDINGS_AGREE,
                            strategy + " holds " + parts + ", and the profit is of " + valued);
                });
    }

    /** To the cent and beyond: executions and entries have exact amounts. */
    private void cash() {
        BigDecimal cash = findings.market().openingCash();
        for (Order order : findings.orders()) {
            if (order.brokerOrderId() != null) {
                for (Fill fill : fills.of(order.brokerOrderId())) {
                    BigDecimal value = fill.lastQty().value().multiply(fill.lastPx().value());
                    cash = cash.add(fill.side() == Side.BUY ? value.negate() : value);
                }
            }
        }
        for (ObservedExecution execution : findings.market().executions()) {
            if (findings.ours(execution).isEmpty()) {
                cash = cash.add(execution.dollars());
            }
        }
        for (Adjustment adjustment : adjustments) {
            cash = cash.add(adjustment.cash().value());
        }
        BigDecimal there = findings.market().cash();
        findings.require(
                cash.compareTo(there) == 0,
                Invariant.CASH_AGREES,
                "executions and entries add up to $" + cash + ", the account has $" + there);
    }

    /** What shares were transferred for is no trade, so those instruments are left out. */
    private void profit(Symbol symbol, AverageCost measured, String whose) {
        if (adjustments.stream()
                .anyMatch(each ->
                        symbol.equals(each.symbol())
                                && each.kind() == AdjustmentKind.TRANSFER
                                && !each.quantity().flat())) {
            return;
        }
        BigDecimal gained = BigDecimal.ZERO;
        for (Adjustment adjustment : adjustments) {
            if (symbol.equals(adjustment.symbol())) {
                gained = gained.add(adjustment.cash().value());
            }
        }
        for (ObservedExecution execution : findings.market().executions()) {
            if (execution.symbol().equals(symbol.value()) && findings.ours(execution).isPresent()) {
                gained = gained.add(execution.dollars());
            }
        }
        require(symbol, measured, gained, whose);
    }

    private void profitOf(StrategyId strategy, List<Order> orders) {
        Profits measured = Profits.of(orders);
        for (Map.Entry<Symbol, AverageCost> each : measured.bySymbol().entrySet()) {
            BigDecimal gained = BigDecimal.ZERO;
            for (ObservedExecution execution : findings.market().executions()) {
                boolean own =
                        findings.ours(execution)
                                .filter(order -> strategy.equals(order.terms().strategy()))
                                .isPresent();
                if (own && execution.symbol().equals(each.getKey().value())) {
                    gained = gained.add(execution.dollars());
                }
            }
            require(each.getKey(), each.getValue(), gained, " of " + strategy);
        }
    }

    private void require(Symbol symbol, AverageCost measured, BigDecimal gained, String whose) {
        BigDecimal ours = measured.realized().value().subtract(measured.cost().value());
        findings.require(
                ours.subtract(gained).abs().compareTo(ROUNDING) <= 0,
                Invariant.PROFIT_AGREES,
                symbol
                        + whose
                        + ": realized $"
                        + measured.realized()
                        + " less the cost of $"
                        + measured.cost()
                        + " of what is held; the exchange's trades and entries brought $"
                        + gained);
    }
}
