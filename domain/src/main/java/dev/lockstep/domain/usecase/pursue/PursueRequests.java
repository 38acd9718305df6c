package dev.lockstep.domain.usecase.pursue;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Carries out requested cancels. Everyone who stores an answer of the broker hands over the update:
 * where it shows that an order is open whose cancel was requested before, the cancel is sent.
 *
 * <p>Such an update makes the order PENDING_CANCEL, once, however many threads and processes learn
 * the answer; so one of them sends the cancel. What a crash or a failure leaves unsent is still
 * PENDING_CANCEL, and the trading loop sends it again. Safe for use by several threads.
 */
public final class PursueRequests {
    private final OrderRepository repository;
    private final InstantSource clock;
    private final SendCancel sendCancel;

    /** Builds it on its ports. */
    public PursueRequests(OrderRepository repository, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
        this.sendCancel = new SendCancel(repository, broker, clock);
    }

    /**
     * Returns whether an update made a requested cancel due, of the order or of the one in its
     * place.
     */
    public static boolean due(Order before, Order after) {
        return after.state().cancelWanted()
                && before.status() != after.status()
                && (after.status() == OrderStatus.PENDING_CANCEL
                        || after.status() == OrderStatus.REPLACED);
    }

    /**
     * Sends the cancel that an update made due. A failure of the store leaves it to the next pass:
     * the update itself is stored.
     *
     * @return the order as it is afterwards
     */
    public Order after(UpdateOutcome.Updated updated) {
        Order now = updated.after();
        try {
            return due(updated.before(), now) ? pursued(now) : now;
        } catch (RepositoryException _) {
            return now;
        }
    }

    private Order pursued(Order order) {
        if (order.status() == OrderStatus.REPLACED) {
            inherit(order);
            return order;
        }
        return send(order, false).order();
    }

    /**
     * Sends the requested cancel of an open order.
     *
     * @param first whether no cancel of the order was requested before
     */
    public CancelSent send(Order order, boolean first) {
        return sendCancel.now(order, named(order), first);
    }

    /** Sends a cancel again that was sent before; it yields to other requests. */
    public CancelSent sendAgain(Order order) {
        return sendCancel.again(order, named(order));
    }

    /**
     * Stores what an answer to a cancel of several orders proves for one of them.
     *
     * @param first whether no cancel of the order was requested before
     */
    public CancelSent settle(Order order, CancelAnswer answer, boolean first) {
        return sendCancel.settle(order, named(order), answer, first);
    }

    /**
     * Requests the cancel of the orders that took the place of this one, or are to.
     *
     * @param replaced an order whose cancel is requested
     * @return those orders as they are afterwards; empty where none is left
     */
    public List<Order> inherit(Order replaced) {
        List<Order> successors = new ArrayList<>();
        for (Order next : repository.replacements(replaced.id())) {
            if (!next.status().closed()) {
                successors.add(requested(next, replaced));
            }
        }
        return successors;
    }

    private Order requested(Order next, Order replaced) {
        UpdateOutcome outcome =
                repository.update(
                        OrderUpdate.applying(
                                next.id(),
                                new ExecutionReport.CancelRequested(),
                                clock.instant(),
                                Evidence.local("cancel of order " + replaced.id())));
        return outcome instanceof UpdateOutcome.Updated updated
                ? after(updated)
                : outcome.orderOr(next);
    }

    private static BrokerOrderId named(Order order) {
        return Objects.requireNonNull(order.brokerOrderId(), "an open order has one");
    }
}
