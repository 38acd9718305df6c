package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event of an order; {@link Order#apply} returns the effect. */
public sealed interface ExecutionReport {
    /**
     * The broker's report of the order, from an answer, a poll or the stream.
     *
     * @param brokerOrderId the broker's id
     * @param status its status at the broker
     * @param cumQty the filled quantity
     * @param avgPx the average price, null while nothing has filled
     * @param transactTime when the broker last changed it
     * @param working the quantity and prices at which the broker works it, null if the report does
     *     not contain them
     */
    record StatusReport(
            BrokerOrderId brokerOrderId,
            ReportedStatus status,
            Quantity cumQty,
            @Nullable Price avgPx,
            Instant transactTime,
            @Nullable WorkingTerms working)
            implements ExecutionReport {

        /** A report without quantity and prices. */
        public StatusReport(
                BrokerOrderId brokerOrderId,
                ReportedStatus status,
                Quantity cumQty,
                @Nullable Price avgPx,
                Instant transactTime) {
            this(brokerOrderId, status, cumQty, avgPx, transactTime, null);
        }
    }

    /**
     * The broker takes back what was recorded before: it works an order that counted as closed, or
     * a trade was busted or corrected. It alone may reopen an order and lower what has traded.
     *
     * @param current the order as the broker has it now
     */
    record Corrected(StatusReport current) implements ExecutionReport {}

    /**
     * The executions of its replacement show how much of its fills that one counts.
     *
     * @param carried that part of its fills
     */
    record CarriedOver(OrderState.Carried carried) implements ExecutionReport {}

    /**
     * The broker refused the order when it was sent.
     *
     * @param reason why
     * @param text the broker's message
     */
    record Rejected(RejectReason reason, String text) implements ExecutionReport {}

    /**
     * The order was sent and the answer is missing or cannot be read.
     *
     * @param text what happened instead of an answer
     */
    record Unresolved(String text) implements ExecutionReport {}

    /**
     * The broker accepted no requests: the order was certainly not accepted, and is to be sent
     * again later.
     *
     * @param text the broker's message
     */
    record Throttled(String text) implements ExecutionReport {}

    /** The same order is about to be sent again under the same client order id. */
    record Resent() implements ExecutionReport {}

    /**
     * We refused the order before it was sent, also while it was held locally: only who was about
     * to send it may say so.
     *
     * @param text why
     */
    record Withdrawn(String text) implements ExecutionReport {}

    /**
     * A cancel was requested before the order was sent: only who was about to send it may say so.
     *
     * @param text why
     */
    record CanceledUnsent(String text) implements ExecutionReport {}

    /**
     * The caller submits it again under the same idempotency key, after we had refused it or the
     * broker had never had it.
     */
    record TriedAgain() implements ExecutionReport {}

    /** The reason for holding the order locally is over: it is about to be sent. */
    record Released() implements ExecutionReport {}

    /**
     * The order stays held locally.
     *
     * @param text the reason
     */
    record Waits(String text) implements ExecutionReport {}

    /**
     * The locally held order is no longer needed and ends unsent.
     *
     * @param text why
     */
    record GivenUp(String text) implements ExecutionReport {}

    /** Another order is about to be sent to take its place. */
    record ReplaceRequested() implements ExecutionReport {}

    /** The cancel of the order is requested. */
    record CancelRequested() implements ExecutionReport {}

    /**
     * The broker refused to cancel; the order stands as reported.
     *
     * @param text the broker's message
     * @param current the order at the broker
     */
    record CancelRejected(String text, StatusReport current) implements ExecutionReport {}

    /**
     * The broker, asked after the grace period, does not have the order, and it is not to be
     * resent.
     *
     * @param text how that was determined
     */
    record NeverAccepted(String text) implements ExecutionReport {}
}
