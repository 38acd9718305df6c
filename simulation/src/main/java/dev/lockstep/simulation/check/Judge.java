package dev.lockstep.simulation.check;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.actor.RandomTerms;
import dev.lockstep.simulation.exchange.AccountWatch;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.schedule.VirtualTime;
import dev.lockstep.simulation.schedule.WallClock;
import dev.lockstep.simulator.LedgerOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Watches every step of the exchange, and compares both sides at the end. */
public final class Judge {
    /** Five minutes of an even clock, and as long as another process takes to go on with it. */
    private static final Duration CLOCK_STEP_REPORTED = Duration.ofSeconds(345);

    private final MarketPlace market;
    private final Promises promises;
    private final List<Violation> violations = new ArrayList<>();
    private final Permissions permissions;
    private final LateOrders late;
    private final OpenOrdersLimit limit;
    private final PositionValueLimit valueLimit;
    private final StrategyBook strategies;
    private final StrategyBudget budget;
    private final List<OpenOrdersLimit> strategyLimits;
    private final AccountWatch account;
    private final OrderTimes times;
    private final List<OrderLimits> orderLimits = new ArrayList<>();
    private final List<CapitalLimits> capitalLimits = new ArrayList<>();
    private final Map<String, Integer> flatsBefore = new HashMap<>();
    private final WallClock clock;
    private final VirtualTime time;
    private long clockStepNoticedNanos;
    private int seen;
    private int arrived;

    public Judge(MarketPlace market, Promises promises, VirtualTime time, WallClock clock) {
        this.market = market;
        this.promises = promises;
        this.clock = clock;
        this.time = time;
        this.permissions = new Permissions(time, promises);
        this.late = new LateOrders(time);
        this.valueLimit = new PositionValueLimit(market, promises, late);
        this.strategies = new StrategyBook(market, promises, late);
        this.account = new AccountWatch(market, time);
        this.times = new OrderTimes(market, time);
        AccountScope whole = new AccountScope(market, promises, strategies, account);
        this.limit = new OpenOrdersLimit(market, whole, late);
        this.budget = new StrategyBudget(market, strategies);
        this.strategyLimits =
                RandomTerms.STRATEGIES.stream()
                        .map(each -> new OpenOrdersLimit(market, strategies.scope(each), late))
                        .toList();
        limited(whole, symbol -> !valueLimit.unclear(symbol));
        for (StrategyId strategy : RandomTerms.STRATEGIES) {
            LimitScope own = strategies.scope(strategy);
            limited(own, own::judged);
        }
        market.watch(this::step);
    }

    private void limited(LimitScope scope, Predicate<String> judged) {
        Openings openings = new Openings(market, time, scope);
        orderLimits.add(new OrderLimits(market, clock, scope, openings, judged));
        capitalLimits.add(new CapitalLimits(market, late, clock, account, scope, openings, judged));
    }

    /** An order leaves under this name. */
    public void leaves(String clientOrderId) {
        permissions.leaves(clientOrderId);
        late.leaves(clientOrderId);
    }

    /** A store has answered. */
    public void answered(String method, Object answer) {
        permissions.answered(method, answer);
        if (answer instanceof RiskRules rules && method.equals("change")) {
            strategies.changed(rules);
        }
        if (answer instanceof Incident incident && incident.kind() == IncidentKind.CLOCK_STEP) {
            clockStepNoticedNanos = time.nanos();
        }
        if (answer instanceof IntentOutcome.Stored(Order order)) {
            // Submitted again after it was never accepted: a cancel before that has come true.
            promises.submitted(order);
            toBeSent(order);
            flatsBefore.put(order.clientOrderId().value(), promises.flats());
        }
        if (answer instanceof AddOutcome.Added(Order order) && Kind.REVERSAL.of(order)) {
            flatsBefore.put(order.clientOrderId().value(), promises.flats());
        }
        if (answer instanceof UpdateOutcome.Updated(Order before, Order after)
                && Kind.REVERSAL.of(after)
                && before.status() == OrderStatus.WAITING
                && after.status() == OrderStatus.PENDING_SUBMIT) {
            toBeSent(after);
        }
    }

    private void toBeSent(Order order) {
        times.stored(order.clientOrderId().value());
        strategies.stored(order).ifPresent(violations::add);
        limit.stored(order);
        strategyLimits.forEach(each -> each.stored(order));
        orderLimits.forEach(each -> each.stored(order));
        capitalLimits.forEach(each -> each.stored(order));
        budget.stored(order);
        valueLimit.stored(order);
    }

    /** Records an unexpected exception of an actor. */
    public void failed(String text) {
        violations.add(new Violation(Invariant.NO_UNEXPECTED_FAILURE, text));
    }

    /** Returns the verdict once everything has come to rest. */
    public List<Violation> verdict(
            PlatformProcess process, long lastEventBefore, List<String> failures) {
        Findings findings =
                new Findings(
                        promises,
                        market,
                        process.plainStores().orders(),
                        process.plainStores().incidents(),
                        late);
        new OrderChecks(findings).check();
        new BookChecks(findings, process.plainStores().fills()).check();
        new ExitChecks(findings, time.longestFreeze()).check();
        new MoneyChecks(findings, process.plainStores().fills()).check();
        IncidentChecks incidents = new IncidentChecks(findings, clockStepReported());
        new RestChecks(findings, times, process, incidents).check(lastEventBefore);
        List<Violation> all = new ArrayList<>(violations);
        failures.forEach(text -> all.add(new Violation(Invariant.NO_UNEXPECTED_FAILURE, text)));
        all.addAll(findings.violations());
        market.heldThoughFlat()
                .forEach(symbol ->
                        all.add(
                                new Violation(
                                        Invariant.FLAT_STAYS_FLAT,
                                        symbol + " was held when the kill switch answered flat")));
        return all;
    }

    /** The incident ends five even minutes after somebody has noticed the step. */
    private boolean clockStepReported() {
        return clock.wasSetWithin(CLOCK_STEP_REPORTED)
                || (clock.wasSet()
                        && time.nanos() - clockStepNoticedNanos <= CLOCK_STEP_REPORTED.toNanos());
    }

    private void step() {
        account.step();
        times.step();
        arrivals();
        List<ObservedExecution> executions = market.executions();
        for (; seen < executions.size(); seen++) {
            traded(executions.get(seen));
        }
    }

    private void traded(ObservedExecution execution) {
        if (!execution.opens()
                || late.contains(execution.clientOrderId())
                || Promises.isElsewhere(execution.clientOrderId())) {
            return;
        }
        if (promises.isFlat() || storedBeforeFlat(execution.clientOrderId())) {
            violations.add(new Violation(Invariant.FLAT_STAYS_FLAT, execution.toString()));
        }
        // A bust after an order has left may turn what it reduced around.
        if (permissions.leftWhileHeldBack(execution.clientOrderId())
                && !promises.isBusted(execution.symbol())
                && !reducedBefore(execution)) {
            violations.add(new Violation(Invariant.HALT_HOLDS, execution.toString()));
        }
    }

    /**
     * Returns whether what this order was to reduce may be gone: an order that left later, after a
     * resume, traded before it, or one of others traded, or shares were booked, once its sender had
     * looked at the position.
     */
    private boolean reducedBefore(ObservedExecution execution) {
        String left = execution.clientOrderId();
        return market.sharesBooked(execution.symbol())
                        .filter(nanos -> permissions.lookedBefore(left, nanos))
                        .isPresent()
                || market.executions().subList(0, seen).stream()
                        .filter(before -> before.symbol().equals(execution.symbol()))
                        .filter(before ->
                                before.signedQty().signum() == execution.signedQty().signum())
                        .anyMatch(before -> goneBy(before, left));
    }

    private boolean goneBy(ObservedExecution before, String left) {
        return Promises.isElsewhere(before.clientOrderId())
                ? permissions.lookedBefore(left, before.atNanos())
                : permissions.leftFreelyAfter(before.clientOrderId(), left);
    }

    /** It was over when the kill switch answered, so it opens nothing after a resume either. */
    private boolean storedBeforeFlat(String clientOrderId) {
        return flatsBefore.getOrDefault(clientOrderId, promises.flats()) < promises.flats();
    }

    private void arrivals() {
        List<LedgerOrder> orders = market.orders();
        for (; arrived < orders.size(); arrived++) {
            LedgerOrder order = orders.get(arrived);
            late.arrived(order.clientOrderId());
            limit.arrived(order).ifPresent(violations::add);
            valueLimit.arrived(order).ifPresent(violations::add);
            strategyLimits.forEach(each -> each.arrived(order).ifPresent(violations::add));
            orderLimits.forEach(each -> violations.addAll(each.arrived(order)));
            capitalLimits.forEach(each -> violations.addAll(each.arrived(order)));
            budget.arrived(order).ifPresent(violations::add);
        }
    }
}
