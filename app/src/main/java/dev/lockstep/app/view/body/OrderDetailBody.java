package dev.lockstep.app.view.body;

import java.util.List;

/**
 * An order with all that belongs to it.
 *
 * @param order the order
 * @param legs its exits
 * @param chain the orders that replaced each other, the oldest first
 * @param history its changes
 */
public record OrderDetailBody(
        OrderBody order,
        List<OrderBody> legs,
        List<OrderBody> chain,
        List<OrderEventBody> history) {}
