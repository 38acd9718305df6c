package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.OrderLookup;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.OrderUpdate;
import dev.lockstep.domain.port.UpdateOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what became of cancels and replacements that were asked for and never confirmed. A
 * cancel of an order that still works after a bound is asked for again; it is never assumed.
 *
 * <p>For one thread at a time.
 */
public final class SettleChanges {
    private final OrderRepository repository;
    private final Broker broker;
    private final InstantSource clock;
    private final Duration askAgainAfter;
    private final CancelOrder cancelOrder;
    private final Map<OrderId, Instant> asked = new HashMap<>();

    /**
     * Builds the use case on its ports.
     *
     * @param askAgainAfter how long after a cancel was asked for it is asked for again
     */
    public SettleChanges(
            OrderRepository repository,
            Broker broker,
            InstantSource clock,
            Duration askAgainAfter) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.askAgainAfter = askAgainAfter;
        this.cancelOrder = new CancelOrder(repository, broker, clock);
    }

    /**
     * One pass over the orders that are being changed.
     *
     * @param untouchedFor only orders of which nothing was heard for so long
     * @return the orders whose change is settled now
     */
    public List<Order> settle(Duration untouchedFor) {
        Instant newest = clock.instant().minus(untouchedFor);
        List<Order> changing =
                new EveryPage(repository)
                        .listed(
                                OrderQuery.all()
                                        .in(
                                                EnumSet.of(
                                                        OrderStatus.PENDING_CANCEL,
                                                        OrderStatus.PENDING_REPLACE)));
        asked.keySet().retainAll(changing.stream().map(Order::id).toList());
        List<Order> settled = new ArrayList<>();
        changing.stream()
                .filter(order -> !order.updatedAt().isAfter(newest))
                .forEach(order -> settle(order).ifPresent(settled::add));
        return settled;
    }

    private Optional<Order> settle(Order order) {
        BrokerOrderId id = order.brokerOrderId();
        if (id == null || !(broker.find(id) instanceof OrderLookup.Found found)) {
            return Optional.empty();
        }
        OrderUpdate update =
                OrderUpdate.applying(
                        order.id(), found.order().report(), clock.instant(), found.evidence());
        Order now =
                repository.update(update) instanceof UpdateOutcome.Updated updated
                        ? updated.after()
                        : order;
        if (now.status() == OrderStatus.PENDING_CANCEL) {
            askAgain(now);
        }
        return now.status().inFlight() ? Optional.empty() : Optional.of(now);
    }

    private void askAgain(Order order) {
        Instant now = clock.instant();
        Instant last = asked.getOrDefault(order.id(), order.updatedAt());
        if (!now.isBefore(last.plus(askAgainAfter))) {
            asked.put(order.id(), now);
            cancelOrder.cancel(order.id());
        }
    }
}
