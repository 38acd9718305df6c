package dev.lockstep.gateway.alpaca.stream;

import dev.lockstep.domain.order.Order;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of an order as the stream reports it.
 *
 * @param seq the position of its event in the feed
 * @param number distinguishes several updates of one event, from 0
 * @param event Alpaca's name of the event
 * @param at when it happened
 * @param executionId the id of the execution, or of the event
 * @param price the price of this execution, null for another event
 * @param qty the quantity of this execution, null for another event
 * @param order the order right after it
 */
public record TradeUpdate(
        long seq,
        int number,
        String event,
        Instant at,
        String executionId,
        @Nullable BigDecimal price,
        @Nullable BigDecimal qty,
        Order order) {}
