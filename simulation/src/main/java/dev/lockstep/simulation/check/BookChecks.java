package dev.lockstep.simulation.check;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.position.StrategyHoldings;
import dev.lockstep.domain.usecase.close.CloseChain;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.simulation.actor.RandomTerms;
import dev.lockstep.simulation.actor.WholeCloses;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares what is held, by the account and by strategies, with the exchange's. */
final class BookChecks {
    private final Findings findings;
    private final Fills fills;

    BookChecks(Findings findings, Fills fills) {
        this.findings = findings;
        this.fills = fills;
    }

    void check() {
        positions();
        findings.orders().forEach(this::executions);
        findings.orders().forEach(this::strategy);
        RandomTerms.SHARES.forEach(this::strategyHoldings);
        findings.orders().forEach(this::closes);
        findings.orders().stream().filter(BookChecks::closedStrategy).forEach(this::exitsEnded);
        findings.orders().forEach(this::reversals);
        findings.promises().reversals().forEach(this::reversalStored);
        findings.promises().wholeCloses().accepted().forEach(this::wholeClose);
        findings.ledger().forEach(this::external);
    }

    /**
     * Compares each strategy's position with its fills; only for symbols that orders without a
     * strategy have not traded.
     */
    private void strategyHoldings(Symbol symbol) {
        if (findings.promises().hasCorporateActions()) {
            return;
        }
        Map<StrategyId, BigDecimal> traded = new HashMap<>();
        for (ObservedExecution execution : findings.market().executions()) {
            if (execution.symbol().equals(symbol.value())) {
                StrategyId strategy =
                        findings.ours(execution)
                                .map(order -> order.terms().strategy())
                                .orElse(null);
                if (strategy == null) {
                    return;
                }
                traded.merge(strategy, execution.signedQty(), BigDecimal::add);
            }
        }
        StrategyHoldings held = new HoldingsByStrategy(findings.repository()).of(symbol);
        traded.forEach((strategy, qty) ->
                findings.require(
                        held.of(strategy).value().compareTo(qty) == 0,
                        Invariant.STRATEGY_HOLDINGS_AGREE,
                        strategy
                                + " holds "
                                + held.of(strategy)
                                + " "
                                + symbol
                                + ", traded "
                                + qty));
    }

    /** A close that waits says so in an incident; one that ended without filling says why. */
    private void closes(Order order) {
        if (!OrderPurpose.Kind.CLOSING.of(order)) {
            return;
        }
        boolean over =
                order.status().closed()
                        ? order.status() == OrderStatus.FILLED || ended(order)
                        // The rest of a partial fill waits for a market that does not move.
                        : order.status() == OrderStatus.PARTIALLY_FILLED
                                || CloseChain.rests(order)
                                || findings.waits(order.terms().symbol().value());
        findings.require(
                over,
                Invariant.CLOSES_END,
                order.id()
                        + " is "
                        + order.state()
                        + ", "
                        + order.idempotencyKey()
                        + ", there "
                        + findings.there(order).map(LedgerText::of));
    }

    private static boolean closedStrategy(Order order) {
        return order.purpose() instanceof OrderPurpose.Closing(_, boolean whole)
                && whole
                && order.terms().strategy() != null
                && order.status() == OrderStatus.FILLED;
    }

    /** What held shares of the strategy ended before its close was sent. */
    private void exitsEnded(Order close) {
        long sent = findings.there(close).map(LedgerOrder::number).orElse(0L);
        findings.orders().stream()
                .filter(order -> order.status().open() && !OrderPurpose.Kind.LEG.of(order))
                .filter(order -> order.terms().symbol().equals(close.terms().symbol()))
                .filter(order -> order.terms().side() == close.terms().side())
                .filter(order -> Objects.equals(order.terms().strategy(), close.terms().strategy()))
                .flatMap(order -> findings.there(order).stream())
                .filter(there -> !findings.market().falselyCanceled().contains(there.id() + ""))
                .forEach(there ->
                        findings.require(
                                there.number() > sent,
                                Invariant.CLOSES_COVER,
                                LedgerText.of(there) + " works on after close " + close.id()));
    }

    /** A reversal waits for a close that goes on, works at the broker, or says why it ended. */
    private void reversals(Order order) {
        if (!(order.purpose() instanceof OrderPurpose.Reversal(OrderId close))) {
            return;
        }
        boolean over =
                switch (order.status()) {
                    case WAITING -> findings.orders().stream().anyMatch(it -> goesOn(it, order));
                    case DENIED, NEVER_ACCEPTED, REJECTED -> !order.state().text().isBlank();
                    case CANCELED -> order.brokerOrderId() != null || ended(order);
                    default -> true;
                };
        findings.require(
                over,
                Invariant.REVERSALS_END,
                order.id()
                        + " is "
                        + order.state()
                        + ", its close "
                        + findings.of(close).map(Order::state));
    }

    /** The close that a reversal names may have got another size, under another name. */
    private static boolean goesOn(Order close, Order reversal) {
        return OrderPurpose.Kind.CLOSING.of(close)
                && close.terms().symbol().equals(reversal.terms().symbol())
                && !close.status().closed();
    }

    private void reversalStored(OrderId id) {
        findings.require(
                findings.of(id).isPresent(),
                Invariant.REVERSALS_END,
                id + " was accepted and is not stored");
    }

    private void wholeClose(WholeCloses.Accepted accepted) {
        String symbol = accepted.symbol().value();
        if (findings.promises().hasCorporateActions() || findings.promises().isBusted(symbol)) {
            return;
        }
        Order answer = accepted.answer();
        findings.require(
                findings.repository().find(answer.id()).isPresent()
                        && covers(answer, accepted.held()),
                Invariant.CLOSES_COVER,
                accepted.held() + " " + symbol + " were to be closed, the answer was " + answer);
    }

    /**
     * One that waits to be sent is made as large as the position; one that rests stays as it is.
     */
    private static boolean covers(Order answer, BigDecimal held) {
        Quantity qty = CloseChain.rests(answer) ? answer.leavesQty() : answer.terms().orderQty();
        return answer.purpose() instanceof OrderPurpose.Closing(_, boolean whole)
                && ((whole && !CloseChain.rests(answer))
                        || (qty != null && qty.value().compareTo(held) >= 0));
    }

    /** By somebody's cancel or replacement, or for a reason that it names. */
    private boolean ended(Order order) {
        return !order.state().text().isBlank()
                || order.status() == OrderStatus.REPLACED
                || findings.repository().history(order.id()).stream()
                        .map(OrderEvent::state)
                        .anyMatch(OrderState::cancelWanted)
                || findings.there(order).filter(there -> busted(there.id().toString())).isPresent();
    }

    private boolean busted(String brokerOrderId) {
        return findings.market().executions().stream()
                .anyMatch(each -> each.bust() && each.orderId().equals(brokerOrderId));
    }

    private void external(LedgerOrder there) {
        String id = there.id().toString();
        findings.require(
                !findings.promises().externalIds().contains(id)
                        || findings.promises().touchedElsewhere().contains(id)
                        || findings.promises().isEveryOrderCanceled()
                        || findings.promises().hasExternalCancels(there.symbol())
                        || findings.promises().hasCorporateActions()
                        || !there.status().equals("canceled"),
                Invariant.EXTERNAL_UNTOUCHED,
                LedgerText.of(there));
    }

    private void positions() {
        Set<String> symbols = new HashSet<>(findings.market().positions().keySet());
        findings.repository()
                .holdings()
                .bySymbol()
                .keySet()
                .forEach(symbol -> symbols.add(symbol.value()));
        for (String symbol : symbols) {
            BigDecimal there = findings.market().positions().getOrDefault(symbol, BigDecimal.ZERO);
            BigDecimal others = findings.others(symbol);
            if (others.signum() != 0 && findings.promises().hasCorporateActions()) {
                // What was booked on others' shares is not told apart.
                continue;
            }
            BigDecimal here = findings.repository().holdings().of(new Symbol(symbol)).value();
            findings.require(
                    here.compareTo(there.subtract(others)) == 0,
                    Invariant.POSITIONS_AGREE,
                    symbol + ": ours " + here + ", the broker's " + there + ", others' " + others);
        }
    }

    private void executions(Order order) {
        if (order.brokerOrderId() == null) {
            return;
        }
        BigDecimal stored =
                fills.of(order.brokerOrderId()).stream()
                        .map(Fill::lastQty)
                        .map(qty -> qty.value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal there =
                findings.market().executions().stream()
                        .filter(execution ->
                                execution.orderId().equals(order.brokerOrderId().value()))
                        .map(ObservedExecution::signedQty)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .abs();
        findings.require(
                stored.compareTo(there) == 0,
                Invariant.FILLS_AGREE,
                order.id() + ": stored executions " + stored + ", the broker's " + there);
    }

    private void strategy(Order order) {
        findings.there(order)
                .map(LedgerOrder::replaces)
                .flatMap(id ->
                        findings.ledger().stream().filter(one -> one.id().equals(id)).findFirst())
                .flatMap(findings::ours)
                .ifPresent(before -> sameStrategy(before, order));
        if (order.parent() != null) {
            findings.of(order.parent()).ifPresent(parent -> sameStrategy(parent, order));
        }
    }

    private void sameStrategy(Order before, Order order) {
        findings.require(
                Objects.equals(before.terms().strategy(), order.terms().strategy()),
                Invariant.STRATEGIES_SURVIVE,
                order.id()
                        + " belongs to "
                        + order.terms().strategy()
                        + " and comes from "
                        + before.id()
                        + " of "
                        + before.terms().strategy());
    }
}
