package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.ExecutionId;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import org.jspecify.annotations.Nullable;

/** What one message of the stream means. */
public sealed interface StreamMessage {
    /**
     * The answer to who we are.
     *
     * @param granted whether the keys are good
     */
    record Authorization(boolean granted) implements StreamMessage {}

    /**
     * The answer to what we want to hear.
     *
     * @param ofOrders whether news of orders is in it
     */
    record Listening(boolean ofOrders) implements StreamMessage {}

    /**
     * News of an order.
     *
     * @param event what happened, in the broker's word
     * @param executionId the broker's id of what happened, null where there is none
     * @param fill what traded, null where nothing did or where it cannot be read
     * @param correction what was busted or corrected, null where nothing was or where the message
     *     does not name the execution
     * @param order the order after it
     */
    record Update(
            String event,
            @Nullable ExecutionId executionId,
            @Nullable Fill fill,
            @Nullable FillCorrection correction,
            BrokerOrder order)
            implements StreamMessage {}

    /**
     * Nothing for us.
     *
     * @param text what it was
     */
    record Nothing(String text) implements StreamMessage {}
}
