package dev.lockstep.simulator.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How much the book may hold, so that memory lasts: orders, open ones among them, and trades. What
 * closes a position has a reserve beyond that, since whoever holds one must be able to leave it.
 */
final class Capacity {
    private static final int CLOSED_FOR_EACH_OPEN = 4;
    private static final int TRADES_FOR_EACH_ORDER = 3;
    private static final int ALWAYS_OPEN_ORDERS = 10_000;
    private static final int LEAST_RESERVE_ORDERS = 100;
    private static final int ORDERS_FOR_EACH_RESERVED = 20;

    private final Book book;
    private final int maxOrders;
    private final int maxOpenOrders;
    private final int reserve;

    Capacity(Book book, int maxOrders) {
        this.book = book;
        this.maxOrders = maxOrders;
        // An open order takes several times the memory of a closed one, which is packed.
        this.maxOpenOrders = Math.max(ALWAYS_OPEN_ORDERS, maxOrders / CLOSED_FOR_EACH_OPEN);
        this.reserve = LEAST_RESERVE_ORDERS + maxOrders / ORDERS_FOR_EACH_RESERVED;
    }

    /** What is said to a new order for which there is no memory; null while there is. */
    @Nullable Refusal refusal(boolean closing) {
        int more = closing ? reserve : 0;
        if (book.orderCount() >= maxOrders + more) {
            return full(maxOrders + " orders", "start it anew on another state");
        }
        if (book.openCount() >= maxOpenOrders + more) {
            return full(maxOpenOrders + " open orders", "cancel some");
        }
        long maxTrades = (long) TRADES_FOR_EACH_ORDER * (maxOrders + more);
        return book.executionCount() < maxTrades
                ? null
                : full(maxTrades + " trades", "start it anew on another state");
    }

    private static Refusal full(String most, String advice) {
        return Refusal.forbidden(
                "the simulator keeps at most " + most + "; " + advice + ", or with --max-orders");
    }
}
