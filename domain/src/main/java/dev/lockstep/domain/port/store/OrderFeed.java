package dev.lockstep.domain.port.store;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of all orders, by any process, in one sequence, for display without a missed change.
 *
 * <p>Each event has a position in the sequence, one more than the event before it. Reads take no
 * lock and block no writer. Implementations are thread-safe; every method throws {@link
 * RepositoryException} if the store fails.
 */
public interface OrderFeed {
    /** The most events in one answer. */
    int MAX_EVENTS = 1_000;

    /** Maximum number of events that one backward read skips. */
    int MAX_LOOKED_AT = 10_000;

    /** Returns the place of the last event, 0 before the first. */
    long last();

    /**
     * Returns the orders of the events after a position, in the order of their events. Each order
     * is returned once, in its current state, at the position of its last event in this read; so
     * the last entry is the next start.
     *
     * @param seq the position after which to start
     * @param limit the maximum number of events to read, 1 to {@value #MAX_EVENTS}
     * @return empty if there is no later event
     */
    List<Change> after(long seq, int limit);

    /**
     * Returns the events after a position, each by itself and in their sequence, for a reader that
     * must not miss a state between two.
     *
     * @param seq the position after which to start
     * @param limit the maximum number of events, 1 to {@value #MAX_EVENTS}
     * @return empty if there is no later event
     */
    List<Step> eventsAfter(long seq, int limit);

    /** Returns the event that made a version of an order, empty if there is none. */
    Optional<OrderEvent> event(OrderId id, long version);

    /**
     * Returns events before a position, newest first.
     *
     * <p>A backward read is bounded: for an instrument that was traded long ago a page may be short
     * or empty although there are more events. {@link Stretch#reached} is the next start.
     *
     * @param seq the position before which to start
     * @param symbol only events of this instrument, null for all
     * @param limit the maximum number of entries, 1 to {@value #MAX_EVENTS}
     */
    Stretch before(long seq, @Nullable Symbol symbol, int limit);

    /** Returns the number of orders by status, without statuses that have none. */
    Map<OrderStatus, Long> counts();

    /** Returns the number of orders. */
    default long orders() {
        return counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * An order that changed.
     *
     * @param seq the place of an event of it
     * @param order the order as it was when it was asked for, at that event or later
     */
    record Change(long seq, Order order) {}

    /**
     * An event with its position.
     *
     * @param seq its position
     * @param event the event
     */
    record Step(long seq, OrderEvent event) {}

    /**
     * An event as it is listed.
     *
     * @param seq its place
     * @param at when we learned of it
     * @param orderId whose event
     * @param symbol what that order trades
     * @param side bought or sold
     * @param status what the order became
     * @param cumQty how much of it had traded
     * @param source where the proof came from
     * @param summary the proof in one line
     */
    record Happening(
            long seq,
            Instant at,
            OrderId orderId,
            Symbol symbol,
            Side side,
            OrderStatus status,
            Quantity cumQty,
            Evidence.Source source,
            String summary) {}

    /**
     * The result of a backward read.
     *
     * @param happenings the events, newest first
     * @param reached the position at which the next read starts; 0 at the beginning
     */
    record Stretch(List<Happening> happenings, long reached) {
        public Stretch {
            happenings = List.copyOf(happenings);
        }

        /**
         * Creates the result of a read.
         *
         * @param limit its maximum number of events
         * @param first the first position to read
         */
        public static Stretch of(List<Happening> happenings, int limit, long first) {
            boolean full = happenings.size() == limit;
            long reached = full ? happenings.getLast().seq() : first;
            return new Stretch(happenings, reached <= 1 ? 0 : reached);
        }
    }
}
