package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;

/**
 * A new order, to be stored by an {@link OrderRepository}.
 *
 * @param order the order, of version 1
 * @param evidence what its first event says
 */
public record OrderAddition(Order order, Evidence evidence) {}
