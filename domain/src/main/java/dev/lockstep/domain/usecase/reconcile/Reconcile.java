package dev.lockstep.domain.usecase.reconcile;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.query.UnreadableOrders;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares all orders with the broker's and returns every difference; changes nothing.
 *
 * <p>Run {@link ResolveUnknown} and {@link SyncOrders} before it, so that only real differences
 * remain.
 */
public final class Reconcile {
    private final OrderRepository repository;
    private final Broker broker;
    private final InstanceTag tag;

    /**
     * Builds the use case.
     *
     * @param repository our orders
     * @param broker the broker
     * @param tag identifies the orders that this database sent
     */
    public Reconcile(OrderRepository repository, Broker broker, InstanceTag tag) {
        this.repository = repository;
        this.broker = broker;
        this.tag = tag;
    }

    /** Compares the books. */
    public FetchResult<Reconciliation> reconcile() {
        return switch (broker.ordersSince(Instant.EPOCH)) {
            case FetchResult.Complete<FetchedList<BrokerOrder>> complete ->
                    new FetchResult.Complete<>(compare(complete.value()));
            case FetchResult.Failed<FetchedList<BrokerOrder>> failed ->
                    new FetchResult.Failed<>(failed.fault());
        };
    }

    /**
     * Compares our book with one that was obtained in another way, such as an exchange's ledger.
     */
    public Reconciliation compare(List<BrokerOrder> atBroker) {
        return compare(new FetchedList<>(atBroker));
    }

    private Reconciliation compare(FetchedList<BrokerOrder> list) {
        List<BrokerOrder> atBroker = list.items();
        Map<ClientOrderId, Order> ours = new HashMap<>();
        Map<BrokerOrderId, Order> named = new HashMap<>();
        new OrderScanner(repository)
                .of(
                        OrderQuery.all(),
                        order -> {
                            ours.put(order.clientOrderId(), order);
                            if (order.brokerOrderId() != null) {
                                named.put(order.brokerOrderId(), order);
                            }
                        });
        List<ReconciliationBreak> differences = new ArrayList<>();
        Set<ClientOrderId> seen = new HashSet<>();
        int external = 0;
        for (BrokerOrder there : atBroker) {
            Order order =
                    ours.getOrDefault(there.clientOrderId(), named.get(there.brokerOrderId()));
            if (order == null && !tag.made(there.clientOrderId())) {
                external++;
            } else if (order == null) {
                differences.add(new ReconciliationBreak.NotHere(there));
            } else if (!seen.add(order.clientOrderId())) {
                differences.add(new ReconciliationBreak.Duplicated(order, there));
            } else {
                differences.addAll(differences(order, there));
            }
        }
        ours.values().stream()
                .filter(order -> !seen.contains(order.clientOrderId()))
                .filter(order -> list.unreadable().stream().noneMatch(item -> item.names(order)))
                .forEach(order -> differences.addAll(differences(order)));
        UnreadableOrders unreadable = new UnreadableOrders(repository);
        list.unreadable().stream()
                .filter(item -> !unreadable.provenExternal(item, tag))
                .forEach(item -> differences.add(new ReconciliationBreak.Unreadable(item)));
        long here = ours.values().stream().filter(Reconcile::reachedBroker).count();
        return new Reconciliation(
                Math.toIntExact(here),
                atBroker.size() - external,
                external,
                list.unreadable().size(),
                differences);
    }

    private List<ReconciliationBreak> differences(Order order, BrokerOrder there) {
        if (order.brokerOrderId() != null && !order.brokerOrderId().equals(there.brokerOrderId())) {
            return List.of(new ReconciliationBreak.Duplicated(order, there));
        }
        Order reported = order.apply(there.report(), order.updatedAt());
        boolean same =
                there.belongsTo(order)
                        && !ahead(order, there)
                        && (reported.equals(order) || asFarAsKnown(order, reported));
        return same ? List.of() : List.of(new ReconciliationBreak.NotTheSame(order, there));
    }

    /**
     * Returns whether more is recorded here than the broker has: a report that is behind ours
     * changes nothing, so that alone it would count as equal.
     */
    private static boolean ahead(Order order, BrokerOrder there) {
        boolean endedOtherwise =
                order.status().closed()
                        && order.state().transactTime() != null
                        && there.status() instanceof ReportedStatus.Known known
                        && known.status() != order.status();
        return endedOtherwise || order.cumQty().compareTo(there.cumQty()) > 0;
    }

    /**
     * Returns whether an imported order agrees as far as it is known: another platform does not
     * store the broker's statuses, nor always the price.
     */
    private boolean asFarAsKnown(Order order, Order reported) {
        return !tag.made(order.clientOrderId())
                && order.status() == reported.status()
                && order.cumQty().equals(reported.cumQty())
                && (order.avgPx() == null || order.avgPx().equals(reported.avgPx()));
    }

    private static List<ReconciliationBreak> differences(Order notAtBroker) {
        if (notAtBroker.status().unresolved()) {
            return List.of(new ReconciliationBreak.Unresolved(notAtBroker));
        }
        return reachedBroker(notAtBroker)
                ? List.of(new ReconciliationBreak.NotAtBroker(notAtBroker))
                : List.of();
    }

    private static boolean reachedBroker(Order order) {
        return order.brokerOrderId() != null;
    }
}
