package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import dev.lockstep.domain.usecase.sync.AcknowledgeOrder;
import dev.lockstep.domain.usecase.sync.LostOrders;
import dev.lockstep.domain.usecase.sync.SyncFinding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks up orders whose executions contradict the recorded state, and records the answer, whatever
 * the local status.
 *
 * <p>A contradiction that stays is looked up less and less often. Not thread-safe.
 */
final class RecheckOrders {
    /** The most questions in one check of each kind. */
    private static final int MAX_QUESTIONS = 10;

    /** The most that is remembered of earlier questions. */
    private static final int MAX_REMEMBERED = 5_000;

    private final OrderRepository repository;
    private final Broker broker;
    private final InstantSource clock;
    private final AcknowledgeOrder acknowledgement;
    private final PursueRequests pursueRequests;
    private final LostOrders lostOrders;
    private final Fills fills;
    private final ChangedExecutions changedExecutions;
    private final RecordCorrections recordCorrections;
    private final ReplacedFills replacedFills;
    private final Map<BrokerOrderId, Integer> checks = new HashMap<>();
    private final Set<BrokerOrderId> external = new HashSet<>();

    RecheckOrders(LoopPorts ports, IncidentBook incidents, InstantSource clock) {
        this.fills = ports.fills();
        this.changedExecutions = new ChangedExecutions(ports.fills(), ports.history(), clock);
        this.recordCorrections =
                new RecordCorrections(ports.repository(), ports.fills(), incidents);
        this.repository = ports.repository();
        this.replacedFills = new ReplacedFills(ports.repository(), fills, changedExecutions, clock);
        this.broker = ports.broker();
        this.clock = clock;
        this.acknowledgement = new AcknowledgeOrder(repository, broker, ports.ids(), clock);
        this.pursueRequests = new PursueRequests(repository, broker, clock);
        this.lostOrders = new LostOrders(repository, ports.ids(), clock);
    }

    /** Looks up our orders. */
    void ours(Collection<Order> orders) {
        orders.stream()
                .filter(order -> due(order.brokerOrderId()))
                .limit(MAX_QUESTIONS)
                .forEach(this::ours);
    }

    private void ours(Order order) {
        BrokerOrderId id = order.brokerOrderId();
        if (id != null && broker.find(id) instanceof OrderLookup.Found found) {
            Quantity carried = ReplacedFills.carried(repository, order);
            Quantity own = found.order().cumQty().less(carried);
            if (fills.executions(id).traded().compareTo(own) > 0) {
                recordCorrections.record(changedExecutions.of(order, id, own));
            }
            boolean agreed = fills.executions(id).traded().equals(own);
            update(order, found, agreed).ifPresent(this::store);
            replacedFills.settle(order, id, found);
        }
    }

    /** Returns the update if executions and order agree, also if it lowers the filled quantity. */
    private Optional<OrderUpdate> update(Order order, OrderLookup.Found found, boolean agreed) {
        BrokerOrder there = found.order();
        boolean less = there.cumQty().compareTo(order.cumQty()) < 0;
        return less
                ? Optional.of(correction(order, found)).filter(_ -> agreed)
                : acknowledgement.of(order, there, found.evidence());
    }

    private OrderUpdate correction(Order order, OrderLookup.Found found) {
        Instant now = clock.instant();
        ExecutionReport report = new ExecutionReport.Corrected(found.order().report());
        return new OrderUpdate(
                order.id(),
                stored -> stored.version() == order.version() ? stored.apply(report, now) : stored,
                new Evidence(
                        Evidence.Source.CORRECTION,
                        "its executions and the broker's order agree on "
                                + found.order().cumQty()
                                + " traded, here it was "
                                + order.cumQty(),
                        found.evidence().requestId(),
                        found.evidence().payload()));
    }

    /**
     * Looks up orders with unknown broker ids; most are external and not looked up again.
     *
     * @return those of our orders that were missing and are restored
     */
    Collection<SyncFinding> unknown(Collection<BrokerOrderId> ids) {
        return ids.stream()
                .filter(id -> !external.contains(id) && due(id))
                .limit(MAX_QUESTIONS)
                .flatMap(id -> unknown(id).stream())
                .toList();
    }

    private Optional<SyncFinding> unknown(BrokerOrderId id) {
        if (!(broker.find(id) instanceof OrderLookup.Found found)) {
            return Optional.empty();
        }
        BrokerOrder there = found.order();
        Optional<Order> ours = repository.byClientOrderId(there.clientOrderId());
        if (ours.isPresent()) {
            if (there.belongsTo(ours.get())) {
                acknowledgement.of(ours.get(), there, found.evidence()).ifPresent(this::store);
            }
            return Optional.empty();
        }
        Optional<SyncFinding> lost = lostOrders.restored(there, found.evidence());
        if (external.size() >= MAX_REMEMBERED) {
            external.clear();
        }
        external.add(id);
        return lost;
    }

    private void store(OrderUpdate update) {
        if (repository.update(update) instanceof UpdateOutcome.Updated updated) {
            pursueRequests.after(updated);
        }
    }

    /** At the first check, then at the second, fourth, eighth and so on. */
    private boolean due(@Nullable BrokerOrderId id) {
        if (id == null) {
            return false;
        }
        if (checks.size() >= MAX_REMEMBERED) {
            checks.clear();
        }
        return Integer.bitCount(checks.merge(id, 1, Integer::sum)) == 1;
    }
}
