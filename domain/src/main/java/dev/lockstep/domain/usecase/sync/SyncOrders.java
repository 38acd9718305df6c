package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Syncs our orders with the broker's: one read, one comparison, one batch of updates for the
 * differences.
 *
 * <p>If any request fails, the sync fails and changes nothing. External orders are reported, not
 * adopted. Thread-safe, also for several processes.
 */
public final class SyncOrders {
    private static final Set<OrderStatus> MAY_BE_AT_BROKER =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Broker broker;
    private final InstantSource clock;
    private final PursueRequests pursueRequests;
    private final AcknowledgeOrder acknowledgement;
    private final WorkingOrderCheck workingOrderCheck;
    private final ReopenOrders reopenOrders;
    private final ReplacedElsewhere replacedElsewhere;
    private final LowerOrders lowerOrders;
    private final LostOrders lostOrders;

    /** Builds the use case on its ports. */
    public SyncOrders(
            OrderRepository repository, Broker broker, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.pursueRequests = new PursueRequests(repository, broker, clock);
        this.acknowledgement = new AcknowledgeOrder(repository, broker, ids, clock);
        this.workingOrderCheck = new WorkingOrderCheck(repository);
        this.lostOrders = new LostOrders(repository, ids, clock);
        this.lowerOrders = new LowerOrders(repository, broker, clock);
        this.reopenOrders = new ReopenOrders(repository, broker, clock);
        this.replacedElsewhere = new ReplacedElsewhere(repository, broker, clock);
    }

    /** Runs one pass. */
    public SyncResult sync() {
        Instant began = clock.instant();
        List<Order> here =
                new OrderScanner(repository).listed(OrderQuery.all().in(MAY_BE_AT_BROKER));
        return switch (BrokerSnapshot.read(broker, here)) {
            case FetchResult.Complete<BrokerSnapshot> complete ->
                    compare(began, here, complete.value());
            case FetchResult.Failed<BrokerSnapshot> failed -> new SyncResult.Failed(failed.fault());
        };
    }

    private SyncResult compare(Instant began, List<Order> here, BrokerSnapshot book) {
        Map<ClientOrderId, Order> known = new HashMap<>();
        here.forEach(order -> known.put(order.clientOrderId(), order));
        List<BrokerOrder> external = new ArrayList<>();
        List<OrderUpdate> updates = new ArrayList<>();
        List<Order> closedHere = new ArrayList<>();
        List<Order> lower = new ArrayList<>();
        List<SyncFinding> lost = new ArrayList<>();
        int unchanged = 0;
        for (BrokerOrder there : book.orders()) {
            Optional<Order> ours =
                    Optional.ofNullable(known.get(there.clientOrderId()))
                            .or(() -> repository.byClientOrderId(there.clientOrderId()))
                            .or(() -> repository.byBrokerOrderId(there.brokerOrderId()));
            if (ours.isEmpty()) {
                Optional<SyncFinding> restored = lostOrders.restored(there, evidence(there));
                restored.ifPresentOrElse(lost::add, () -> addOpen(external, there));
            } else if (foreign(ours.get(), there)) {
                addOpen(external, there);
            } else if (ReopenOrders.contradicts(ours.get(), there)) {
                closedHere.add(ours.get());
            } else if (LowerOrders.contradicts(ours.get(), there)) {
                lower.add(ours.get());
            } else if (news(ours.get(), there)) {
                update(ours.get(), there).ifPresent(updates::add);
            } else {
                unchanged++;
            }
        }
        List<UpdateOutcome> outcomes = store(updates);
        List<Order> changed = changed(outcomes);
        changed.addAll(replacedElsewhere.record(external));
        List<SyncFinding> findings = new ArrayList<>(reopenOrders.reopen(closedHere));
        findings.addAll(lowerOrders.lower(lower));
        findings.addAll(lost);
        findings.forEach(finding -> changed.add(finding.order()));
        findings.addAll(findings(here, changed));
        return new SyncResult.Completed(
                began,
                changed,
                unchanged,
                external,
                notChanged(outcomes),
                book.missing(),
                book.unreadable(),
                findings);
    }

    /** Adds an external order that is open. */
    private static void addOpen(List<BrokerOrder> external, BrokerOrder there) {
        if (there.open()) {
            external.add(there);
        }
    }

    /** Of the orders that are open by now. */
    private List<SyncFinding> findings(List<Order> here, List<Order> changed) {
        Map<OrderId, Order> now = new LinkedHashMap<>();
        here.forEach(order -> now.put(order.id(), order));
        changed.forEach(order -> now.put(order.id(), order));
        return now.values().stream()
                .filter(order -> order.status().open())
                .flatMap(order -> workingOrderCheck.of(order).stream())
                .toList();
    }

    /** Another id of the broker is a conflict, which the batch reports as refused. */
    private static boolean foreign(Order ours, BrokerOrder there) {
        BrokerOrderId known = ours.brokerOrderId();
        boolean sameId = known == null || known.equals(there.brokerOrderId());
        return sameId ? !there.belongsTo(ours) : !there.isOf(ours);
    }

    /**
     * Returns whether an order at the broker differs; a conflict counts, so that the batch reports
     * it as refused.
     */
    private boolean news(Order ours, BrokerOrder there) {
        return !there.brokerOrderId().equals(ours.brokerOrderId())
                || !ours.apply(there.report(), ours.updatedAt()).equals(ours);
    }

    /** Returns the update; empty while the legs of an unacknowledged order are not shown. */
    private Optional<OrderUpdate> update(Order ours, BrokerOrder there) {
        return acknowledgement.of(ours, there, evidence(there));
    }

    private static Evidence evidence(BrokerOrder there) {
        return new Evidence(Evidence.Source.POLL, "sync: " + there.status().word(), "", there + "");
    }

    private List<UpdateOutcome> store(List<OrderUpdate> updates) {
        List<UpdateOutcome> outcomes = new ArrayList<>();
        for (int from = 0; from < updates.size(); from += OrderRepository.MAX_BATCH) {
            int to = Math.min(updates.size(), from + OrderRepository.MAX_BATCH);
            outcomes.addAll(
                    repository.updateAll(updates.subList(from, to), BatchMode.EACH_FOR_ITSELF));
        }
        return outcomes;
    }

    private List<Order> changed(List<UpdateOutcome> outcomes) {
        List<Order> changed = new ArrayList<>();
        for (UpdateOutcome outcome : outcomes) {
            if (outcome instanceof UpdateOutcome.Updated updated) {
                changed.add(pursueRequests.after(updated));
            }
        }
        return changed;
    }

    private static List<UpdateOutcome> notChanged(List<UpdateOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome ->
                        outcome instanceof UpdateOutcome.Refused
                                || outcome instanceof UpdateOutcome.NotFound)
                .toList();
    }
}
