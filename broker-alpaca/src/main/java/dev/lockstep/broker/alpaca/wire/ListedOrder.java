package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.BrokerOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a list of orders. It always has what the next page is asked by; it may be an order
 * that we cannot express, such as one of several legs or of options, and then it is not ours.
 *
 * @param id the broker's name of it
 * @param submittedAt when the broker got it
 * @param order the order, null where it cannot be expressed
 * @param text why it cannot, else empty
 */
public record ListedOrder(
        String id, Instant submittedAt, @Nullable BrokerOrder order, String text) {}
