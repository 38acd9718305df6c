package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.Order;

/**
 * An order that is claimed for one send: no other caller sends or closes the stored version until
 * the grace period has passed.
 *
 * @param order the order as the claim stored it; its wall time is {@link Order#updatedAt}
 * @param atNanos the monotonic time right before the claim was stored
 */
public record Claim(Order order, long atNanos) {}
