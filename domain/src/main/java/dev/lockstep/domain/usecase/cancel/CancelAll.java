package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.query.UnreadableOrders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Requests the cancel of all open orders: the requests are stored in one batch and pursued until
 * each order ends.
 *
 * <p>The broker's one request for all cancels every open order of the account, also those that its
 * list does not show. So it is sent only where external orders are included on purpose and no
 * filter is set; orders that its answer does not cover, and all others, are canceled one by one.
 *
 * <p>Where the store fails the cancels are sent all the same, and the results say what is not
 * stored.
 *
 * <p>Safe for use by several threads and processes; a repeated request does no harm.
 */
public final class CancelAll {
    private static final Set<OrderStatus> CANCELABLE =
            Arrays.stream(OrderStatus.values())
                    .filter(status -> status.mayBeAtBroker() || status == OrderStatus.WAITING)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Broker broker;
    private final InstantSource clock;
    private final CancelOrder cancelOrder;
    private final PursueRequests pursueRequests;
    private final CancelUnstored cancelUnstored;
    private final ExternalRequests externalRequests;

    /** Builds the use case on its ports. */
    public CancelAll(OrderRepository repository, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.cancelOrder = new CancelOrder(repository, broker, clock);
        this.pursueRequests = new PursueRequests(repository, broker, clock);
        this.cancelUnstored = new CancelUnstored(broker);
        this.externalRequests = new ExternalRequests(repository, clock);
    }

    /** Returns the orders that would be canceled; nothing is changed. */
    public CancelAllResult.Preview preview(CancelScope scope) {
        return preview(scope, ours(scope));
    }

    /** Requests the cancels for a caller that does not name itself. */
    public CancelAllResult cancelAll(CancelScope scope) {
        return cancelAllFor(scope, null);
    }

    /** Requests the cancels. */
    public CancelAllResult cancelAll(CancelScope scope, Author author) {
        return cancelAllFor(scope, author);
    }

    private CancelAllResult cancelAllFor(CancelScope scope, @Nullable Author author) {
        Evidence evidence = Evidence.requested("cancel all", author);
        List<RequestedClose> requested = store(ours(scope), evidence);
        CancelAllResult.Preview there =
                preview(scope, requested.stream().map(RequestedClose::stored).toList());
        Set<BrokerOrderId> pursued =
                scope.external() ? externalRequests.store(scope, there) : Set.of();
        Map<BrokerOrderId, CancelAnswer> answers =
                scope.everything() && scope.external() ? covered(broker.cancelAll()) : Map.of();
        List<CancelResult> results = new ArrayList<>();
        for (RequestedClose order : requested) {
            results.add(result(order, answers));
        }
        List<CancelAllResult.External> external = external(scope, there, answers, pursued);
        return new CancelAllResult(
                results, external, notAsked(there.unreadable(), external), there.externalUnknown());
    }

    /** Returns the use case that cancels one order. */
    public CancelOrder cancelOrder() {
        return cancelOrder;
    }

    private CancelAllResult.Preview preview(CancelScope scope, List<Order> ours) {
        return switch (broker.openOrders()) {
            case FetchResult.Complete<FetchedList<BrokerOrder>> complete ->
                    new CancelAllResult.Preview(
                            ours,
                            sentElsewhere(scope, complete.value().items()),
                            new UnreadableOrders(repository)
                                    .external(complete.value().unreadable()),
                            null);
            case FetchResult.Failed<FetchedList<BrokerOrder>> failed ->
                    new CancelAllResult.Preview(ours, List.of(), List.of(), failed.fault());
        };
    }

    private List<Order> ours(CancelScope scope) {
        OrderQuery query = OrderQuery.all().in(CANCELABLE);
        return new OrderScanner(repository)
                .listed(scope.symbol() == null ? query : query.of(scope.symbol())).stream()
                        .filter(order -> scope.means(order.terms().symbol(), order.terms().side()))
                        .toList();
    }

    private List<BrokerOrder> sentElsewhere(CancelScope scope, List<BrokerOrder> open) {
        return open.stream()
                .filter(there -> scope.means(there.symbol(), there.side()))
                .filter(there -> repository.byClientOrderId(there.clientOrderId()).isEmpty())
                .filter(there -> repository.byBrokerOrderId(there.brokerOrderId()).isEmpty())
                .toList();
    }

    private List<RequestedClose> store(List<Order> orders, Evidence evidence) {
        List<RequestedClose> requested = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += OrderRepository.MAX_BATCH) {
            int to = Math.min(orders.size(), from + OrderRepository.MAX_BATCH);
            requested.addAll(storeBatch(orders.subList(from, to), evidence));
        }
        return requested;
    }

    private List<RequestedClose> storeBatch(List<Order> batch, Evidence evidence) {
        Instant now = clock.instant();
        List<OrderUpdate> updates =
                batch.stream()
                        .map(order ->
                                OrderUpdate.applying(
                                        order.id(),
                                        new ExecutionReport.CancelRequested(),
                                        now,
                                        evidence))
                        .toList();
        List<RequestedClose> requested = new ArrayList<>();
        try {
            List<UpdateOutcome> outcomes = repository.updateAll(updates, BatchMode.EACH_FOR_ITSELF);
            for (int i = 0; i < batch.size(); i++) {
                requested.add(new RequestedClose(batch.get(i), outcomes.get(i), null));
            }
            return requested;
        } catch (RepositoryException failure) {
            if (!CancelUnstored.needed(failure)) {
                throw failure;
            }
            return batch.stream()
                    .map(order ->
                            new RequestedClose(order, new UpdateOutcome.Unchanged(order), failure))
                    .toList();
        }
    }

    /** Returns a request that was refused or lost covers no order. */
    private static Map<BrokerOrderId, CancelAnswer> covered(CancelAllAnswer answer) {
        return switch (answer) {
            case CancelAllAnswer.Answered answered -> answered.byOrder();
            case CancelAllAnswer.Refused _ -> Map.of();
            case CancelAllAnswer.Unresolved _ -> Map.of();
        };
    }

    private CancelResult result(
            RequestedClose requested, Map<BrokerOrderId, CancelAnswer> answers) {
        RepositoryException unstored = requested.unstored();
        if (unstored != null) {
            return unstored(requested.seen(), answers, unstored);
        }
        try {
            return stored(requested, answers);
        } catch (RepositoryException failure) {
            if (!CancelUnstored.needed(failure)) {
                throw failure;
            }
            return unstored(requested.stored(), answers, failure);
        }
    }

    private CancelResult unstored(
            Order order, Map<BrokerOrderId, CancelAnswer> answers, RepositoryException failure) {
        CancelAnswer answer =
                order.brokerOrderId() == null ? null : answers.get(order.brokerOrderId());
        return answer == null
                ? cancelUnstored.send(order, failure)
                : cancelUnstored.answered(order, answer, failure);
    }

    private CancelResult stored(
            RequestedClose requested, Map<BrokerOrderId, CancelAnswer> answers) {
        Order order = requested.stored();
        if (order.status().closed()) {
            return CancelOrder.endedHere(requested.seen(), order);
        }
        if (requested.replacing()) {
            pursueRequests.inherit(order);
        }
        BrokerOrderId id = order.brokerOrderId();
        if (id == null) {
            return new CancelResult.OnceResolved(order);
        }
        CancelAnswer answer = answers.get(id);
        boolean first = CancelOrder.first(requested.outcome());
        return cancelOrder.result(
                answer == null
                        ? pursueRequests.send(order, first)
                        : pursueRequests.settle(order, answer, first));
    }

    private List<CancelAllResult.External> external(
            CancelScope scope,
            CancelAllResult.Preview there,
            Map<BrokerOrderId, CancelAnswer> answers,
            Set<BrokerOrderId> pursued) {
        Map<BrokerOrderId, CancelAllResult.External> external = new LinkedHashMap<>();
        for (BrokerOrder order : there.external()) {
            BrokerOrderId id = order.brokerOrderId();
            CancelAnswer answer = answers.get(id);
            if (answer == null && scope.external()) {
                answer = broker.cancel(id);
            }
            external.put(id, new CancelAllResult.External(id, answer, pursued.contains(id)));
        }
        for (UnreadableItem item : there.unreadable()) {
            if (scope.external() && scope.means(item)) {
                BrokerOrderId id = new BrokerOrderId(item.brokerId());
                CancelAnswer answer = answers.get(id);
                external.put(
                        id,
                        new CancelAllResult.External(
                                id,
                                answer == null ? broker.cancel(id) : answer,
                                pursued.contains(id)));
            }
        }
        answers.forEach((id, answer) -> {
            if (repository.byBrokerOrderId(id).isEmpty()) {
                external.putIfAbsent(id, new CancelAllResult.External(id, answer, false));
            }
        });
        return List.copyOf(external.values());
    }

    private static List<UnreadableItem> notAsked(
            List<UnreadableItem> unreadable, List<CancelAllResult.External> asked) {
        Set<String> ids =
                asked.stream().map(order -> order.id().value()).collect(Collectors.toSet());
        return unreadable.stream().filter(item -> !ids.contains(item.brokerId())).toList();
    }

    /** An order as it was listed, and the outcome or the failure of storing the request. */
    private record RequestedClose(
            Order seen, UpdateOutcome outcome, @Nullable RepositoryException unstored) {
        Order stored() {
            return outcome.orderOr(seen);
        }

        /**
         * Returns whether another order was about to take its place when the request was stored.
         */
        boolean replacing() {
            return outcome instanceof UpdateOutcome.Updated(Order before, Order _)
                    && before.status() == OrderStatus.PENDING_REPLACE;
        }
    }
}
