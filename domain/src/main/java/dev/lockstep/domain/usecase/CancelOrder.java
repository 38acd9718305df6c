package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.CancelAnswer;
import dev.lockstep.domain.port.OrderLookup;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.OrderUpdate;
import dev.lockstep.domain.port.UpdateOutcome;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks for an order to be canceled. The wish is stored first; only the broker's word makes the
 * order CANCELED, and an order that filled first stays FILLED.
 *
 * <p>Safe for use by several threads; to ask twice does no harm.
 */
public final class CancelOrder {
    private final OrderRepository repository;
    private final Broker broker;
    private final InstantSource clock;

    /** Builds the use case on its ports. */
    public CancelOrder(OrderRepository repository, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
    }

    /** Asks for a cancel. */
    public CancelResult cancel(OrderId id) {
        Optional<Order> seen = repository.find(id);
        if (seen.isEmpty()) {
            return new CancelResult.NoSuchOrder(id);
        }
        if (seen.get().status().closed()) {
            return new CancelResult.TooLate(seen.get());
        }
        Order wanted =
                stored(seen.get(), new ExecutionReport.CancelRequested(), Evidence.local("cancel"));
        BrokerOrderId brokerOrderId = wanted.brokerOrderId();
        if (wanted.status().closed()) {
            return endedHere(seen.get(), wanted);
        }
        return brokerOrderId == null
                ? new CancelResult.OnceResolved(wanted)
                : settle(wanted, brokerOrderId, broker.cancel(brokerOrderId));
    }

    /** What an answer means for an order whose cancel is wanted; a refusal is looked into. */
    CancelResult settle(Order order, BrokerOrderId brokerOrderId, CancelAnswer answer) {
        return switch (answer) {
            case CancelAnswer.Requested _ -> new CancelResult.Requested(order);
            case CancelAnswer.Refused refusal -> refused(order, brokerOrderId, refusal.text());
            case CancelAnswer.Absent absent ->
                    new CancelResult.Unresolved(order, absent.evidence().summary());
            case CancelAnswer.Unresolved missing ->
                    new CancelResult.Unresolved(order, missing.text());
        };
    }

    static CancelResult endedHere(Order seen, Order now) {
        return seen.status() == OrderStatus.WAITING && now.status() == OrderStatus.CANCELED
                ? new CancelResult.CanceledHere(now)
                : new CancelResult.TooLate(now);
    }

    /** A refused cancel mostly means that the order ended first: the order itself tells. */
    private CancelResult refused(Order order, BrokerOrderId brokerOrderId, String text) {
        return switch (broker.find(brokerOrderId)) {
            case OrderLookup.Found found -> {
                Order current =
                        stored(
                                order,
                                new ExecutionReport.CancelRejected(text, found.order().report()),
                                found.evidence());
                yield current.status().closed()
                        ? new CancelResult.TooLate(current)
                        : new CancelResult.Refused(current, text);
            }
            case OrderLookup.Absent _ -> new CancelResult.Unresolved(order, text);
            case OrderLookup.Unreadable _, OrderLookup.Failed _ ->
                    new CancelResult.Unresolved(order, text);
        };
    }

    private Order stored(Order order, ExecutionReport report, Evidence evidence) {
        OrderUpdate update = OrderUpdate.applying(order.id(), report, clock.instant(), evidence);
        return switch (repository.update(update)) {
            case UpdateOutcome.Updated updated -> updated.after();
            case UpdateOutcome.Unchanged same -> same.order();
            case UpdateOutcome.NotFound _ -> order;
            case UpdateOutcome.Refused _ -> order;
            case UpdateOutcome.RolledBack _ -> order;
        };
    }
}
