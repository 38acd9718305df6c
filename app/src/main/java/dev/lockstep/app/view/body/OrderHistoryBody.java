package dev.lockstep.app.view.body;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * An order with its changes.
 *
 * @param order the order
 * @param history its changes
 * @param chain the ids of the orders that replaced each other, the oldest first
 */
public record OrderHistoryBody(
        @JsonUnwrapped OrderBody order, List<OrderEventBody> history, List<String> chain) {}
