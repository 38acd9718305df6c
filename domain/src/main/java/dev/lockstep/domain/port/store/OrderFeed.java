package dev.lockstep.domain.port.store;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The most events that one look backwards passes over. */
    int MAX_LOOKED_AT = 10_000;

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

    /**
     * What happened before a place, newest first.
     *
     * <p>A look backwards is bounded: of an instrument that was traded long ago a page may be short
     * or empty although there is more. {@link Stretch#reached} tells where to go on.
     *
     * @param seq the place before which to begin
     * @param symbol only what happened to orders of this instrument, null for all
     * @param limit the most entries, 1 to {@value #MAX_EVENTS}
     */
    Stretch before(long seq, @Nullable Symbol symbol, int limit);

    /** How many orders stand so; statuses of which there are none are left out. */
    Map<OrderStatus, Long> counts();

    /** How many orders there are. */
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
     * A look backwards.
     *
     * @param happenings what it found, newest first
     * @param reached the place down to which it looked, where the next look begins; 0 where nothing
     *     comes before
     */
    record Stretch(List<Happening> happenings, long reached) {
        public Stretch {
            happenings = List.copyOf(happenings);
        }

        /**
         * What a look found.
         *
         * @param limit the most that it was to find
         * @param first the first place that it was to look at
         */
        public static Stretch of(List<Happening> happenings, int limit, long first) {
            boolean full = happenings.size() == limit;
            long reached = full ? happenings.getLast().seq() : first;
            return new Stretch(happenings, reached <= 1 ? 0 : reached);
        }
    }
}
