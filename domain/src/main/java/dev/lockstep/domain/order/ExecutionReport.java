package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One piece of news about one order; {@link Order#apply} tells what it changes. */
public sealed interface ExecutionReport {
    /**
     * The broker's own word on the order, from an answer, a poll or the stream.
     *
     * @param brokerOrderId the broker's name of it
     * @param status its status there
     * @param cumQty how much of it has traded so far
     * @param avgPx the average price of what has traded, null while nothing has
     * @param transactTime when the broker last changed it
     * @param working the quantity and prices at which the broker works it, null where the report
     *     does not have them
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
     * The broker refused the order when it was sent.
     *
     * @param reason why
     * @param text the broker's own words
     */
    record Rejected(RejectReason reason, String text) implements ExecutionReport {}

    /**
     * The order was sent and the answer is missing or cannot be read.
     *
     * @param text what happened instead of an answer
     */
    record Unresolved(String text) implements ExecutionReport {}

    /**
     * The broker would not take requests: certainly not accepted, to be sent again later.
     *
     * @param text the broker's own words
     */
    record Throttled(String text) implements ExecutionReport {}

    /** The same order is about to be sent again under the same client order id. */
    record Resent() implements ExecutionReport {}

    /**
     * We changed our mind before the order was sent: only who was about to send it may say so.
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

    /** What it waited here for has come: it is about to be sent. */
    record Released() implements ExecutionReport {}

    /**
     * It goes on waiting here.
     *
     * @param text what for
     */
    record Waits(String text) implements ExecutionReport {}

    /**
     * It waited here in vain, and nobody wants it any more.
     *
     * @param text why
     */
    record GivenUp(String text) implements ExecutionReport {}

    /** Another order is about to be sent to take its place. */
    record ReplaceRequested() implements ExecutionReport {}

    /** Somebody wants the order canceled. */
    record CancelRequested() implements ExecutionReport {}

    /**
     * The broker refused to cancel; the order stands as reported.
     *
     * @param text the broker's own words
     * @param current the order as the broker has it now
     */
    record CancelRejected(String text, StatusReport current) implements ExecutionReport {}

    /**
     * The broker does not have the order, asked again after the grace period, and it is not wanted
     * any more.
     *
     * @param text how that was found
     */
    record NeverAccepted(String text) implements ExecutionReport {}
}
