package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.ClientOrderId;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.BatchMode;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.OrderUpdate;
import dev.lockstep.domain.port.UpdateOutcome;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the book in step with the broker's: one reading, one comparison, one batch of updates for
 * what differs.
 *
 * <p>If any question to the broker fails the pass fails and changes nothing. Orders that we did not
 * send are told, not adopted. Safe for use by several threads and processes at once.
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

    /** Builds the use case on its ports. */
    public SyncOrders(OrderRepository repository, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.pursueRequests = new PursueRequests(repository, broker, clock);
    }

    /** One pass. */
    public SyncResult sync() {
        Instant began = clock.instant();
        List<Order> here = new EveryPage(repository).listed(OrderQuery.all().in(MAY_BE_AT_BROKER));
        return switch (BrokerBook.read(broker, here)) {
            case Fetched.Complete<BrokerBook> complete -> compare(began, here, complete.value());
            case Fetched.Failed<BrokerBook> failed -> new SyncResult.Failed(failed.fault());
        };
    }

    private SyncResult compare(Instant began, List<Order> here, BrokerBook book) {
        Map<ClientOrderId, Order> known = new HashMap<>();
        here.forEach(order -> known.put(order.clientOrderId(), order));
        List<BrokerOrder> external = new ArrayList<>();
        List<OrderUpdate> updates = new ArrayList<>();
        int unchanged = 0;
        for (BrokerOrder there : book.orders()) {
            Optional<Order> ours =
                    Optional.ofNullable(known.get(there.clientOrderId()))
                            .or(() -> repository.byClientOrderId(there.clientOrderId()))
                            .or(() -> repository.byBrokerOrderId(there.brokerOrderId()));
            if (ours.isEmpty() || !there.isOf(ours.get())) {
                addOpen(external, there);
            } else if (news(ours.get(), there)) {
                updates.add(update(ours.get(), there));
            } else {
                unchanged++;
            }
        }
        List<UpdateOutcome> outcomes = store(updates);
        return new SyncResult.Completed(
                began,
                changed(outcomes),
                unchanged,
                external,
                notChanged(outcomes),
                book.missing(),
                book.unreadable());
    }

    /** What has ended and is none of ours concerns nobody here. */
    private static void addOpen(List<BrokerOrder> external, BrokerOrder there) {
        if (there.open()) {
            external.add(there);
        }
    }

    /** A conflict counts as news here, so that the batch reports it as refused. */
    private boolean news(Order ours, BrokerOrder there) {
        return !there.brokerOrderId().equals(ours.brokerOrderId())
                || !ours.apply(there.report(), ours.updatedAt()).equals(ours);
    }

    private OrderUpdate update(Order ours, BrokerOrder there) {
        return OrderUpdate.applying(
                ours.id(),
                there.report(),
                clock.instant(),
                new Evidence(
                        Evidence.Source.POLL, "sync: " + there.status().word(), "", there + ""));
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
        return outcomes.stream()
                .filter(UpdateOutcome.Updated.class::isInstance)
                .map(outcome -> pursueRequests.after((UpdateOutcome.Updated) outcome))
                .toList();
    }

    private static List<UpdateOutcome> notChanged(List<UpdateOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome ->
                        outcome instanceof UpdateOutcome.Refused
                                || outcome instanceof UpdateOutcome.NotFound)
                .toList();
    }
}
