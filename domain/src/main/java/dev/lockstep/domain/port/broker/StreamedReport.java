package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.id.ExecutionId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event of the stream: an order at the broker after a change.
 *
 * @param event the broker's type of the event, for example {@code partial_fill}
 * @param executionId the broker's id of the event, null if there is none
 * @param fill the execution, null if there is none or it is unreadable; then the order's total
 *     counts
 * @param correction the bust or correction, null if there is none or the execution is not
 *     identified
 * @param order the order after the event
 * @param evidence the message
 */
public record StreamedReport(
        String event,
        @Nullable ExecutionId executionId,
        @Nullable Fill fill,
        @Nullable FillCorrection correction,
        BrokerOrder order,
        Evidence evidence) {
    /** The broker's types of events that correct earlier ones. */
    private static final Set<String> TAKING_BACK = Set.of("trade_bust", "trade_correct");

    /** An event that corrects no execution. */
    public StreamedReport(
            String event,
            @Nullable ExecutionId executionId,
            @Nullable Fill fill,
            BrokerOrder order,
            Evidence evidence) {
        this(event, executionId, fill, null, order, evidence);
    }

    /** Returns whether less may have traded after it than before. */
    public boolean takesBack() {
        return correction != null || TAKING_BACK.contains(event);
    }
}
