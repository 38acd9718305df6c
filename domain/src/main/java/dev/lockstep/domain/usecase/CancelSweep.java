package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.Order;
import java.util.List;

/**
 * What came of asking for every open order to be canceled. Only the broker's word makes an order
 * CANCELED: the next sync tells.
 *
 * @param wanted our orders for which a cancel is wanted now, as they are stored
 * @param asked how many orders the broker took the request for, also those that were sent elsewhere
 * @param trouble what did not work, one line each; empty where all of it did
 */
public record CancelSweep(List<Order> wanted, int asked, List<String> trouble) {
    public CancelSweep {
        wanted = List.copyOf(wanted);
        trouble = List.copyOf(trouble);
    }
}
