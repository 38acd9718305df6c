package dev.lockstep.domain.port;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the orders, whichever process did it, in one sequence: for those who show orders
 * and must not miss a change.
 *
 * <p>Each event of an order has a place in the sequence, one more than the event before it. Reads
 * take no lock and hold no writer up. Implementations are safe for use by several threads; every
 * method throws {@link RepositoryException} when the store fails.
 */
public interface OrderFeed {
    /** The most events in one answer. */
    int MAX_EVENTS = 1_000;

    /** The place of the last event, 0 before the first. */
    long last();

    /**
     * The orders to which the events after a place belong, in the order of their events. An order
     * comes once, at the place of the last of its events here, as it is now; so the last entry is
     * where to go on.
     *
     * @param seq the place after which to begin
     * @param limit the most events to look at, 1 to {@value #MAX_EVENTS}
     * @return empty where nothing came after it
     */
    List<Change> after(long seq, int limit);

    /** How many orders stand so; statuses of which there are none are left out. */
    Map<OrderStatus, Long> counts();

    /**
     * An order that changed.
     *
     * @param seq the place of an event of it
     * @param order the order as it was when it was asked for, at that event or later
     */
    record Change(long seq, Order order) {}
}
