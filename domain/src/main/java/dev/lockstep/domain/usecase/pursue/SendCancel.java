package dev.lockstep.domain.usecase.pursue;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.time.InstantSource;

/**
 * Sends the requested cancel of an open order, once, and stores what the answer proves.
 *
 * <p>A refusal ends the request only where it answers the first cancel of the order and the broker
 * shows that the order works on. A request that was accepted before is never dropped: a broker
 * refuses every further cancel of an order that it is canceling already.
 */
final class SendCancel {
    private final OrderRepository repository;
    private final Broker broker;
    private final InstantSource clock;

    SendCancel(OrderRepository repository, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
    }

    /**
     * Sends the cancel while its caller waits for the answer.
     *
     * @param first whether no cancel of the order was requested before
     */
    CancelSent now(Order order, BrokerOrderId id, boolean first) {
        return settle(order, id, broker.cancel(id), first);
    }

    /** Sends a cancel that was sent before; it yields to other requests. */
    CancelSent again(Order order, BrokerOrderId id) {
        return settle(order, id, broker.cancelAgain(id), false);
    }

    /**
     * Stores what an answer proves.
     *
     * @param first whether no cancel of the order was requested before
     */
    CancelSent settle(Order order, BrokerOrderId id, CancelAnswer answer, boolean first) {
        return switch (answer) {
            case CancelAnswer.Requested _ -> new CancelSent.Accepted(order);
            case CancelAnswer.Refused refusal -> refused(order, id, refusal.text(), first);
            case CancelAnswer.Absent absent ->
                    new CancelSent.Unanswered(order, absent.evidence().summary());
            case CancelAnswer.Unresolved missing ->
                    new CancelSent.Unanswered(order, missing.text());
        };
    }

    private CancelSent refused(Order order, BrokerOrderId id, String text, boolean first) {
        return switch (broker.find(id)) {
            case OrderLookup.Found found ->
                    shown(order, found.order(), found.evidence(), text, first);
            case OrderLookup.Absent _, OrderLookup.Unreadable _, OrderLookup.Failed _ ->
                    new CancelSent.Unanswered(order, text);
        };
    }

    private CancelSent shown(
            Order order, BrokerOrder there, Evidence evidence, String text, boolean first) {
        ExecutionReport.StatusReport current = there.report();
        ExecutionReport report =
                first ? new ExecutionReport.CancelRejected(text, current) : current;
        Order now =
                repository
                        .update(OrderUpdate.applying(order.id(), report, clock.instant(), evidence))
                        .orderOr(order);
        if (now.status().closed()) {
            return new CancelSent.Ended(now);
        }
        if (!now.state().cancelWanted()) {
            return new CancelSent.Refused(now, text);
        }
        return there.status() instanceof ReportedStatus.Known(_, OrderStatus status)
                        && status == OrderStatus.PENDING_CANCEL
                ? new CancelSent.Underway(now)
                : new CancelSent.Postponed(now, text);
    }
}
