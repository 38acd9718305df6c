package dev.lockstep.simulation.check;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.Fills;
import dev.lockstep.simulation.exchange.Execution;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.util.HashSet;
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
        exits();
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
                        .map(execution -> execution.signedQty().abs())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
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

    private void exits() {
        for (Execution execution : findings.market().executions()) {
            findings.ours(execution)
                    .filter(order -> findings.promises().exits().contains(order.id()))
                    .ifPresent(order ->
                            findings.require(
                                    !execution.opens(),
                                    Invariant.EXITS_NEVER_OPEN,
                                    "exit " + order.id() + " traded " + execution));
        }
    }
}
