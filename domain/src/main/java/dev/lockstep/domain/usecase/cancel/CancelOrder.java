package dev.lockstep.domain.usecase.cancel;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.pursue.CancelSent;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests the cancel of an order. The request is stored first and pursued until the order ends;
 * only the broker's answer makes the order CANCELED, and an order that filled first stays FILLED.
 *
 * <p>Where the store fails the cancel is sent all the same, and the result says what is not stored.
 *
 * <p>An order that is being replaced passes the request on to the order that takes its place. Safe
 * for use by several threads; a repeated request does no harm.
 */
public final class CancelOrder {
    private final OrderRepository repository;
    private final InstantSource clock;
    private final PursueRequests pursueRequests;
    private final CancelUnstored cancelUnstored;

    /** Builds the use case on its ports. */
    public CancelOrder(OrderRepository repository, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
        this.pursueRequests = new PursueRequests(repository, broker, clock);
        this.cancelUnstored = new CancelUnstored(broker);
    }

    /** Requests the cancel for a caller that does not name itself. */
    public CancelResult cancel(OrderId id) {
        return cancelFor(id, null);
    }

    /** Requests the cancel. */
    public CancelResult cancel(OrderId id, Author author) {
        return cancelFor(id, author);
    }

    private CancelResult cancelFor(OrderId id, @Nullable Author author) {
        Optional<Order> seen = repository.find(id);
        if (seen.isEmpty()) {
            return new CancelResult.NoSuchOrder(id);
        }
        if (seen.get().status().closed()) {
            return new CancelResult.TooLate(seen.get());
        }
        try {
            return stored(seen.get(), Evidence.requested("cancel", author));
        } catch (RepositoryException failure) {
            if (CancelUnstored.needed(failure)) {
                return cancelUnstored.send(seen.get(), failure);
            }
            throw failure;
        }
    }

    private CancelResult stored(Order seen, Evidence evidence) {
        UpdateOutcome outcome =
                repository.update(
                        OrderUpdate.applying(
                                seen.id(),
                                new ExecutionReport.CancelRequested(),
                                clock.instant(),
                                evidence));
        Order requested = outcome.orderOr(seen);
        if (requested.status().closed()) {
            return endedHere(seen, requested);
        }
        pursueRequests.inherit(requested);
        return requested.brokerOrderId() == null
                ? new CancelResult.OnceResolved(requested)
                : result(pursueRequests.send(requested, first(outcome)));
    }

    /** Returns whether an update made the first request for a cancel of its order. */
    static boolean first(UpdateOutcome outcome) {
        return outcome instanceof UpdateOutcome.Updated(Order before, Order _)
                && !before.state().cancelWanted();
    }

    /**
     * Returns the result for the caller; a replaced order passes the request on to its successor.
     */
    CancelResult result(CancelSent sent) {
        return switch (sent) {
            case CancelSent.Accepted accepted -> new CancelResult.Requested(accepted.order());
            case CancelSent.Underway underway -> new CancelResult.Requested(underway.order());
            case CancelSent.Ended ended -> ended(ended.order());
            case CancelSent.Refused(Order order, String text) ->
                    new CancelResult.Refused(order, text);
            case CancelSent.Postponed(Order order, String text) ->
                    new CancelResult.Postponed(order, text);
            case CancelSent.Unanswered(Order order, String text) ->
                    new CancelResult.Unresolved(order, text);
        };
    }

    private CancelResult ended(Order order) {
        List<Order> successors =
                order.status() == OrderStatus.REPLACED ? pursueRequests.inherit(order) : List.of();
        if (successors.isEmpty()) {
            return new CancelResult.TooLate(order);
        }
        Order next = successors.getLast();
        if (next.status().closed()) {
            return new CancelResult.TooLate(next);
        }
        return next.status().open()
                ? new CancelResult.Requested(next)
                : new CancelResult.OnceResolved(next);
    }

    static CancelResult endedHere(Order seen, Order now) {
        return seen.status() == OrderStatus.WAITING && now.status() == OrderStatus.CANCELED
                ? new CancelResult.CanceledHere(now)
                : new CancelResult.TooLate(now);
    }
}
