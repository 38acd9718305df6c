package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.pursue.AskTimes;
import dev.lockstep.domain.usecase.pursue.CancelSent;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pursues the cancels and replacements that the broker has not confirmed. A requested cancel is
 * sent again after growing gaps until the order ends, rarely once the broker reports that it is
 * canceling the order; an unconfirmed replacement is looked up. Nothing is assumed.
 *
 * <p>A cancel yields to other requests only after the broker has answered one: it may never have
 * been sent, and others' questions may wait for just that.
 *
 * <p>The broker is asked about few orders in one pass, so that the repetitions leave its requests
 * to others. For one thread at a time.
 */
public final class ResolvePendingChanges {
    /** Of each kind, in one pass. */
    private static final int MAX_ASKED = 2;

    private static final Duration LONGEST_GAP = Duration.ofMinutes(5);

    /** A cancel that found the network down is due soon after the network is up again. */
    private static final Duration LONGEST_UNANSWERED_GAP = Duration.ofSeconds(30);

    private final OrderRepository repository;
    private final Broker broker;
    private final PlatformClock clock;
    private final PursueRequests pursueRequests;
    private final AskTimes<OrderId> cancels;
    private final AskTimes<OrderId> replacements;

    /** The orders of which the broker answered the last cancel that was sent here. */
    private final Set<OrderId> answered = new HashSet<>();

    /**
     * Builds the use case on its ports.
     *
     * @param cancelAgainAfter the first gap after which an unconfirmed cancel is sent again
     * @param lookUpAfter the first gap after which an unconfirmed replacement is looked up
     */
    public ResolvePendingChanges(
            OrderRepository repository,
            Broker broker,
            PlatformClock clock,
            Duration cancelAgainAfter,
            Duration lookUpAfter) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.pursueRequests = new PursueRequests(repository, broker, clock);
        this.cancels = new AskTimes<>(cancelAgainAfter, LONGEST_GAP);
        this.replacements = new AskTimes<>(lookUpAfter, LONGEST_GAP);
    }

    /** Runs one pass over pending changes. */
    public Pass pass() {
        List<Order> canceling =
                in(OrderStatus.PENDING_CANCEL).stream()
                        .filter(order -> order.state().cancelWanted())
                        .toList();
        answered.retainAll(canceling.stream().map(Order::id).toList());
        List<Order> replacing = in(OrderStatus.PENDING_REPLACE);
        List<Order> settled = new ArrayList<>();
        due(canceling, cancels).forEach(order -> sendAgain(order).ifPresent(settled::add));
        due(replacing, replacements).forEach(order -> lookUp(order).ifPresent(settled::add));
        List<Order> unconfirmed = new ArrayList<>(canceling);
        unconfirmed.addAll(replacing);
        unconfirmed.removeIf(
                order -> settled.stream().anyMatch(now -> now.id().equals(order.id())));
        return new Pass(settled, unconfirmed);
    }

    /** Sends every requested cancel again, once, for a process that runs no loop. */
    public void sendAgain() {
        in(OrderStatus.PENDING_CANCEL).stream()
                .filter(order -> order.state().cancelWanted())
                .forEach(pursueRequests::sendAgain);
    }

    private List<Order> in(OrderStatus status) {
        return new OrderScanner(repository).listed(OrderQuery.all().in(EnumSet.of(status)));
    }

    private List<Order> due(List<Order> orders, AskTimes<OrderId> times) {
        times.retain(orders.stream().map(Order::id).toList());
        long now = clock.nanoTime();
        // Every order is asked for its time: the first question starts it.
        List<Order> due = orders.stream().filter(order -> times.due(order.id(), now)).toList();
        return due.subList(0, Math.min(MAX_ASKED, due.size()));
    }

    private Optional<Order> sendAgain(Order order) {
        CancelSent sent =
                answered.remove(order.id())
                        ? pursueRequests.sendAgain(order)
                        : pursueRequests.send(order, false);
        return switch (sent) {
            case CancelSent.Ended ended -> Optional.of(ended.order());
            case CancelSent.Underway _ -> {
                answered.add(order.id());
                cancels.rest(order.id(), clock.nanoTime());
                yield Optional.empty();
            }
            case CancelSent.Accepted _, CancelSent.Refused _, CancelSent.Postponed _ -> {
                answered.add(order.id());
                cancels.asked(order.id(), clock.nanoTime());
                yield Optional.empty();
            }
            case CancelSent.Unanswered _ -> {
                cancels.unanswered(order.id(), clock.nanoTime(), LONGEST_UNANSWERED_GAP);
                yield Optional.empty();
            }
        };
    }

    private Optional<Order> lookUp(Order order) {
        replacements.asked(order.id(), clock.nanoTime());
        BrokerOrderId id = order.brokerOrderId();
        if (id == null || !(broker.find(id) instanceof OrderLookup.Found found)) {
            return Optional.empty();
        }
        UpdateOutcome outcome =
                repository.update(
                        OrderUpdate.applying(
                                order.id(),
                                found.order().report(),
                                clock.instant(),
                                found.evidence()));
        Order now =
                outcome instanceof UpdateOutcome.Updated updated
                        ? pursueRequests.after(updated)
                        : outcome.orderOr(order);
        return now.status().inFlight() ? Optional.empty() : Optional.of(now);
    }

    /**
     * The outcome of one pass.
     *
     * @param settled the orders whose change the broker confirmed or refused
     * @param unconfirmed the orders whose change it has not
     */
    public record Pass(List<Order> settled, List<Order> unconfirmed) {
        public Pass {
            settled = List.copyOf(settled);
            unconfirmed = List.copyOf(unconfirmed);
        }
    }
}
