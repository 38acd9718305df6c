package dev.lockstep.domain.port;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;

/**
 * One piece of live news: an order as the broker has it after something happened to it.
 *
 * @param event the broker's word for what happened, for example {@code partial_fill}
 * @param executionId the broker's id of the execution, empty where there is none
 * @param order the order after it
 * @param evidence the message
 */
public record StreamedReport(
        String event, String executionId, BrokerOrder order, Evidence evidence) {}
