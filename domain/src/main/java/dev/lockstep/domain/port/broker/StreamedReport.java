package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.id.ExecutionId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One piece of live news: an order as the broker has it after something happened to it.
 *
 * @param event the broker's word for what happened, for example {@code partial_fill}
 * @param executionId the broker's id of what happened, null where there is none
 * @param fill what traded, null where nothing did or where it cannot be read; then the order's
 *     total tells
 * @param correction what was busted or corrected, null where nothing was or where it does not say
 *     which execution
 * @param order the order after it
 * @param evidence the message
 */
public record StreamedReport(
        String event,
        @Nullable ExecutionId executionId,
        @Nullable Fill fill,
        @Nullable FillCorrection correction,
        BrokerOrder order,
        Evidence evidence) {
    /** The broker's words for an event that takes back what was recorded. */
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

    /** Whether less may have traded after it than before. */
    public boolean takesBack() {
        return correction != null || TAKING_BACK.contains(event);
    }
}
