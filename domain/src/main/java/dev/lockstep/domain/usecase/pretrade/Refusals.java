package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The last orders of one symbol and side that the broker refused in a row for one reason.
 *
 * @param count their number, at most {@value #MAX_COUNTED}
 * @param reason their reason, empty if there are none
 * @param last when the last of them was refused
 */
public record Refusals(int count, String reason, Instant last) {
    /** From here on further orders have to wait. */
    public static final int LIMIT = 5;

    private static final int MAX_COUNTED = 10;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    /** Bounds the wait of an exit that protects a position. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Set<OrderStatus> SENT =
            EnumSet.complementOf(EnumSet.of(OrderStatus.DENIED, OrderStatus.WAITING));

    /** Reads them; an order that was not refused, or for another reason, ends the row. */
    public static Refusals of(OrderRepository repository, Symbol symbol, Side side) {
        OrderQuery query = OrderQuery.all().in(SENT).of(symbol).of(side).newestFirst();
        List<Order> newest = repository.search(query.limit(1));
        if (newest.isEmpty() || newest.getFirst().status() != OrderStatus.REJECTED) {
            return new Refusals(0, "", Instant.EPOCH);
        }
        String reason = reason(newest.getFirst());
        int count = 0;
        for (Order order : repository.search(query.limit(MAX_COUNTED))) {
            if (order.status() != OrderStatus.REJECTED || !reason(order).equals(reason)) {
                break;
            }
            count++;
        }
        return new Refusals(count, reason, newest.getFirst().updatedAt());
    }

    /** Returns how long the next order must wait; a time in the future is ignored. */
    Duration waitAt(Instant now) {
        Duration since = Duration.between(last, now);
        if (count < LIMIT || since.isNegative()) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << (count - LIMIT));
        Duration bounded = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        return bounded.compareTo(since) > 0 ? bounded.minus(since) : Duration.ZERO;
    }

    /** Returns the typed reason that precedes the broker's message, in lower case. */
    public static String reason(Order rejected) {
        String text = rejected.state().text();
        int end = text.indexOf(':');
        return end < 0 ? "other" : text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
