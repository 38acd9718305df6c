package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.schedule.VirtualTime;
import dev.lockstep.simulator.LedgerOrder;
import java.util.ArrayList;
import java.util.List;

/** Watches every step of the exchange, and compares both sides at the end. */
public final class Judge {
    private final MarketPlace market;
    private final Promises promises;
    private final List<Violation> violations = new ArrayList<>();
    private final Permissions permissions;
    private final LateOrders late;
    private final OpenOrdersLimit limit;
    private int seen;
    private int arrived;

    public Judge(MarketPlace market, Promises promises, VirtualTime time) {
        this.market = market;
        this.promises = promises;
        this.permissions = new Permissions(time, promises);
        this.late = new LateOrders(time);
        this.limit = new OpenOrdersLimit(market, promises, late);
        market.watch(this::step);
    }

    /** An order leaves under this name. */
    public void leaves(String clientOrderId) {
        permissions.leaves(clientOrderId);
        late.leaves(clientOrderId);
    }

    /** A store has answered. */
    public void answered(String method, Object answer) {
        permissions.answered(method, answer);
        if (answer instanceof IntentOutcome.Stored(Order order)) {
            // Submitted again after it was never accepted: a cancel before that has come true.
            promises.submitted(order.id());
            limit.stored(order);
        }
    }

    /** Records an unexpected exception of an actor. */
    public void failed(String text) {
        violations.add(new Violation(Invariant.NO_UNEXPECTED_FAILURE, text));
    }

    /** Returns the verdict once everything has come to rest. */
    public List<Violation> verdict(
            PlatformProcess process, long lastEventBefore, List<String> failures) {
        Findings findings = new Findings(promises, market, process.plainStores().orders(), late);
        new OrderChecks(findings).check();
        new BookChecks(findings, process.plainStores().fills()).check();
        new RestChecks(findings, process).check(lastEventBefore);
        List<Violation> all = new ArrayList<>(violations);
        failures.forEach(text -> all.add(new Violation(Invariant.NO_UNEXPECTED_FAILURE, text)));
        all.addAll(findings.violations());
        return all;
    }

    private void step() {
        arrivals();
        List<ObservedExecution> executions = market.executions();
        for (; seen < executions.size(); seen++) {
            traded(executions.get(seen));
        }
    }

    private void traded(ObservedExecution execution) {
        if (!execution.opens()
                || late.contains(execution.clientOrderId())
                || execution.clientOrderId().startsWith(Promises.ELSEWHERE)) {
            return;
        }
        if (promises.isFlat()) {
            violations.add(new Violation(Invariant.FLAT_STAYS_FLAT, execution.toString()));
        }
        // A bust after an order has left may turn what it reduced around.
        if (permissions.leftWhileHeldBack(execution.clientOrderId())
                && !promises.isBusted(execution.symbol())) {
            violations.add(new Violation(Invariant.HALT_HOLDS, execution.toString()));
        }
    }

    private void arrivals() {
        List<LedgerOrder> orders = market.orders();
        for (; arrived < orders.size(); arrived++) {
            late.arrived(orders.get(arrived).clientOrderId());
            limit.arrived(orders.get(arrived)).ifPresent(violations::add);
        }
    }
}
