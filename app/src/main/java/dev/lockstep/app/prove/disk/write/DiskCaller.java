package dev.lockstep.app.prove.disk.write;

import dev.lockstep.app.prove.disk.write.LoggedWrite.Event;
import dev.lockstep.app.prove.disk.write.LoggedWrite.Scope;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One caller of the repository: adds orders and changes its own ones. One thread at a time. */
final class DiskCaller {
    private static final Evidence EVIDENCE = Evidence.local("disk");
    private static final int MAX_OWN_ORDERS = 40;
    private static final int MAX_CHANGED_AT_ONCE = 12;
    private static final int FEW_ADDED_AT_ONCE = 8;

    /** Their pages do not fit into SQLite's cache, so some are written before the commit. */
    private static final int MANY_ADDED_AT_ONCE = 300;

    private final OrderRepository repository;
    private final OrderIds ids;
    private final PlatformClock clock;
    private final WriteLog log;
    private final SplittableRandom random;
    private final Map<OrderId, Long> own = new LinkedHashMap<>();
    private boolean changesState;
    private int stateChanges;

    /**
     * Creates a caller.
     *
     * @param changesState whether it halts and resumes trading; one caller may
     */
    DiskCaller(
            OrderRepository repository,
            OrderIds ids,
            PlatformClock clock,
            WriteLog log,
            SplittableRandom random,
            boolean changesState) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
        this.random = random;
        this.changesState = changesState;
    }

    void step() {
        int choice = random.nextInt(100);
        if (choice < 35 || own.isEmpty()) {
            add(1);
        } else if (choice < 44) {
            add(random.nextInt(2, FEW_ADDED_AT_ONCE));
        } else if (choice < 45) {
            add(MANY_ADDED_AT_ONCE);
        } else if (choice < 50) {
            intend();
        } else if (choice < 80) {
            change(1, BatchMode.EACH_FOR_ITSELF);
        } else if (choice < 90) {
            change(MAX_CHANGED_AT_ONCE, BatchMode.ALL_OR_NOTHING);
        } else if (choice < 95 || !changesState) {
            change(MAX_CHANGED_AT_ONCE, BatchMode.EACH_FOR_ITSELF);
        } else {
            changeState();
        }
    }

    private void add(int count) {
        Instant at = clock.instant();
        List<Order> orders =
                IntStream.range(0, count).mapToObj(_ -> CountedOrders.intent(ids, at)).toList();
        write(
                Scope.TOGETHER,
                first(orders),
                () ->
                        repository.addAll(orders, EVIDENCE).stream()
                                .allMatch(AddOutcome.Added.class::isInstance));
    }

    private void intend() {
        Order order = CountedOrders.intent(ids, clock.instant());
        ConditionalInsert request =
                new ConditionalInsert(order, null, _ -> new Verdict.Approved(), EVIDENCE);
        write(
                Scope.TOGETHER,
                first(List.of(order)),
                () -> repository.intend(request) instanceof IntentOutcome.Stored);
    }

    private void change(int max, BatchMode mode) {
        Instant at = clock.instant();
        Map<OrderId, Long> versions = new LinkedHashMap<>();
        own.entrySet().stream()
                .skip(random.nextInt(own.size()))
                .limit(max)
                .forEach(each -> versions.put(each.getKey(), each.getValue() + 1));
        List<OrderUpdate> updates =
                versions.keySet().stream()
                        .map(id ->
                                new OrderUpdate(
                                        id, order -> CountedOrders.next(order, at), EVIDENCE))
                        .toList();
        write(
                mode == BatchMode.ALL_OR_NOTHING ? Scope.TOGETHER : Scope.EACH,
                versions,
                () ->
                        repository.updateAll(updates, mode).stream()
                                .allMatch(UpdateOutcome.Updated.class::isInstance));
    }

    /** A halt that cannot be stored now is stored later, so this ends with the first failure. */
    private void changeState() {
        long number = log.next();
        stateChanges++;
        log.add(new LoggedWrite.BegunChange(number, stateChanges));
        Step step =
                stateChanges % 2 == 1
                        ? new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED)
                        : new Step.Lift(Restriction.OPERATOR);
        changesState =
                logged(
                        number,
                        () -> {
                            repository
                                    .riskControl()
                                    .change(new RiskChange(step, "disk", "test", clock.instant()));
                            return true;
                        });
    }

    private void write(Scope scope, Map<OrderId, Long> versions, BooleanSupplier call) {
        long number = log.next();
        log.add(new LoggedWrite.Begun(number, scope, versions));
        if (logged(number, call)) {
            own.putAll(versions);
            own.keySet().stream()
                    .limit(Math.max(0, own.size() - MAX_OWN_ORDERS))
                    .toList()
                    .forEach(own::remove);
        } else if (unknown) {
            versions.keySet().forEach(own::remove);
        }
    }

    private boolean unknown;

    /** Returns whether the write is acknowledged. */
    private boolean logged(long number, BooleanSupplier call) {
        unknown = false;
        try {
            if (call.getAsBoolean()) {
                log.add(new LoggedWrite.Done(number));
                return true;
            }
            log.add(new LoggedWrite.Noted(Event.ERROR, "write " + number + " did not do all"));
        } catch (RepositoryException failure) {
            unknown = failure.reason() == Reason.COMMIT_UNKNOWN;
            log.add(new LoggedWrite.Failed(number, failure.reason()));
        } catch (RuntimeException untyped) {
            log.add(new LoggedWrite.Noted(Event.ERROR, "write " + number + ": " + untyped));
        }
        return false;
    }

    private static Map<OrderId, Long> first(List<Order> orders) {
        Map<OrderId, Long> versions = new LinkedHashMap<>();
        orders.forEach(order -> versions.put(order.id(), 1L));
        return versions;
    }
}
