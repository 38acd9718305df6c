package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.id.ExecutionId;
import org.jspecify.annotations.Nullable;

/** A parsed message of the stream. */
public sealed interface StreamMessage {
    /**
     * The answer to the authentication.
     *
     * @param granted whether the API key is valid
     */
    record Authorization(boolean granted) implements StreamMessage {}

    /**
     * The answer to the subscription.
     *
     * @param ofOrders whether it includes order events
     */
    record Listening(boolean ofOrders) implements StreamMessage {}

    /**
     * An order event.
     *
     * @param event the broker's event type
     * @param executionId the broker's execution id, null if absent
     * @param fill the execution, null if there is none or it is unreadable
     * @param correction the bust or correction, null if there is none or the message does not
     *     identify the execution
     * @param order the order after the event
     */
    record Update(
            String event,
            @Nullable ExecutionId executionId,
            @Nullable Fill fill,
            @Nullable FillCorrection correction,
            BrokerOrder order)
            implements StreamMessage {}

    /**
     * A message without relevance.
     *
     * @param text a description
     */
    record Nothing(String text) implements StreamMessage {}
}
