package dev.lockstep.simulation.check;

import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.exchange.Execution;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Watches every step of the exchange, and compares both sides at the end. */
public final class Judge {
    private final MarketPlace market;
    private final Promises promises;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> leftWhileHeldBack = new HashSet<>();
    private int seen;
    private int arrived;

    public Judge(MarketPlace market, Promises promises) {
        this.market = market;
        this.promises = promises;
        market.watch(this::step);
    }

    /** An order leaves under this name. */
    public void leaves(String clientOrderId) {
        if (promises.isHeldBack()) {
            leftWhileHeldBack.add(clientOrderId);
        }
    }

    /** Whatever an actor threw that nobody expected. */
    public void failed(String text) {
        violations.add(new Violation(Invariant.NO_UNEXPECTED_FAILURE, text));
    }

    /** The verdict once everything has come to rest. */
    public List<Violation> verdict(
            PlatformProcess process, long lastEventBefore, List<String> failures) {
        Findings findings = new Findings(promises, market, process.plainStores().orders());
        new OrderChecks(findings).check();
        new BookChecks(findings, process.plainStores().fills()).check();
        new RestChecks(findings, process).check(lastEventBefore);
        List<Violation> all = new ArrayList<>(violations);
        failures.forEach(text -> all.add(new Violation(Invariant.NO_UNEXPECTED_FAILURE, text)));
        all.addAll(findings.violations());
        return all;
    }

    private void step() {
        List<Execution> executions = market.executions();
        for (; seen < executions.size(); seen++) {
            traded(executions.get(seen));
        }
        arrivals();
    }

    private void traded(Execution execution) {
        if (!execution.opens() || execution.clientOrderId().startsWith(Promises.ELSEWHERE)) {
            return;
        }
        if (promises.isFlat()) {
            violations.add(new Violation(Invariant.FLAT_STAYS_FLAT, execution.toString()));
        }
        // A bust after an order has left may turn what it reduced around.
        if (leftWhileHeldBack.contains(execution.clientOrderId())
                && !promises.isBusted(execution.symbol())) {
            violations.add(new Violation(Invariant.HALT_HOLDS, execution.toString()));
        }
    }

    /** Each order that is new at the exchange is held against the limit, unless it only reduces. */
    private void arrivals() {
        List<LedgerOrder> orders = market.orders();
        for (; arrived < orders.size(); arrived++) {
            LedgerOrder order = orders.get(arrived);
            boolean first =
                    order.parent() == null
                            && order.replaces() == null
                            && !order.clientOrderId().startsWith(Promises.ELSEWHERE);
            if (first && promises.openOrdersLimit() != Integer.MAX_VALUE && opens(order)) {
                limit(orders, order);
            }
        }
    }

    private void limit(List<LedgerOrder> orders, LedgerOrder newest) {
        List<LedgerOrder> others =
                orders.stream()
                        .filter(order -> order.parent() == null && !order.id().equals(newest.id()))
                        .filter(order -> !order.clientOrderId().startsWith(Promises.ELSEWHERE))
                        .filter(order -> !OrderChecks.status(order.status()).closed())
                        // For a moment it is counted as canceled, as the exchange has said.
                        .filter(order -> !market.falselyCanceled().contains(order.id().toString()))
                        .toList();
        if (others.size() >= promises.openOrdersLimit()) {
            violations.add(
                    new Violation(
                            Invariant.LIMITS_HOLD,
                            LedgerText.of(newest)
                                    + " came in, limit "
                                    + promises.openOrdersLimit()
                                    + ", beside "
                                    + others.stream().map(LedgerText::of).toList()));
        }
    }

    private boolean opens(LedgerOrder order) {
        int held = market.positions().getOrDefault(order.symbol(), BigDecimal.ZERO).signum();
        return order.side().equals("buy") ? held >= 0 : held <= 0;
    }
}
