package dev.lockstep.domain.port;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionId;
import dev.lockstep.domain.order.Fill;
import org.jspecify.annotations.Nullable;

/**
 * One piece of live news: an order as the broker has it after something happened to it.
 *
 * @param event the broker's word for what happened, for example {@code partial_fill}
 * @param executionId the broker's id of what happened, null where there is none
 * @param fill what traded, null where nothing did or where it cannot be read; then the order's
 *     total tells
 * @param order the order after it
 * @param evidence the message
 */
public record StreamedReport(
        String event,
        @Nullable ExecutionId executionId,
        @Nullable Fill fill,
        BrokerOrder order,
        Evidence evidence) {}
