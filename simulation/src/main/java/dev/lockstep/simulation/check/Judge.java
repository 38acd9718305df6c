package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.exchange.Execution;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulator.LedgerOrder;
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
    private boolean limitBroken;

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
    public List<Violation> verdict(PlatformProcess process, long lastEventBefore) {
        Findings findings = new Findings(promises, market, process.plainStores().orders());
        new OrderChecks(findings).check();
        new BookChecks(findings, process.plainStores().fills()).check();
        new RestChecks(findings, process).check(lastEventBefore);
        List<Violation> all = new ArrayList<>(violations);
        all.addAll(findings.violations());
        return all;
    }

    private void step() {
        List<Execution> executions = market.executions();
        for (; seen < executions.size(); seen++) {
            traded(executions.get(seen));
        }
        openOrders();
    }

    private void traded(Execution execution) {
        if (!execution.opens() || promises.externalIds().contains(execution.orderId())) {
            return;
        }
        if (promises.isFlat()) {
            violations.add(new Violation(Invariant.FLAT_STAYS_FLAT, execution.toString()));
        }
        if (leftWhileHeldBack.contains(execution.clientOrderId())) {
            violations.add(new Violation(Invariant.HALT_HOLDS, execution.toString()));
        }
    }

    private void openOrders() {
        int limit = promises.openOrdersLimit();
        if (limit == Integer.MAX_VALUE || limitBroken) {
            return;
        }
        List<LedgerOrder> open =
                market.orders().stream()
                        .filter(order -> !promises.externalIds().contains(order.id().toString()))
                        .filter(order -> !OrderChecks.status(order.status()).closed())
                        .filter(order ->
                                OrderChecks.status(order.status()) != OrderStatus.PENDING_REPLACE)
                        .toList();
        if (open.size() > limit) {
            limitBroken = true;
            violations.add(
                    new Violation(
                            Invariant.LIMITS_HOLD,
                            open.size() + " orders are open, limit " + limit + ": " + open));
        }
    }
}
