package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.model.VenueRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Limits on the number of orders, open orders and trades, so that memory is bounded. Orders that
 * close a position have a reserve beyond the limits, so that a position can always be closed.
 */
public final class OrderQuota {
    private static final int CLOSED_FOR_EACH_OPEN = 4;
    private static final int TRADES_FOR_EACH_ORDER = 3;
    private static final int ALWAYS_OPEN_ORDERS = 10_000;
    private static final int LEAST_RESERVE_ORDERS = 100;
    private static final int ORDERS_FOR_EACH_RESERVED = 20;

    private final ExchangeBook book;
    private final int maxOrders;
    private final int maxOpenOrders;
    private final int reserve;
    private int ordersBeyond;
    private int openBeyond;
    private long tradesBeyond;

    public OrderQuota(ExchangeBook book, int maxOrders) {
        this.book = book;
        this.maxOrders = maxOrders;
        // An open order takes several times the memory of a closed one, which is packed.
        this.maxOpenOrders = Math.max(ALWAYS_OPEN_ORDERS, maxOrders / CLOSED_FOR_EACH_OPEN);
        this.reserve = LEAST_RESERVE_ORDERS + maxOrders / ORDERS_FOR_EACH_RESERVED;
    }

    /**
     * Notes the size of a restored ledger. What exceeds the limits does not count against the
     * reserve.
     */
    public void restored() {
        ordersBeyond = Math.max(0, book.orderCount() - maxOrders);
        openBeyond = Math.max(0, book.openOrders().count() - maxOpenOrders);
        tradesBeyond = Math.max(0, book.executionCount() - maxTrades(0));
    }

    /** Returns the refusal of a new order that exceeds a limit, or null. */
    public @Nullable VenueRefusal refusal(boolean closing) {
        if (book.orderCount() >= maxOrders + (closing ? reserve + ordersBeyond : 0)) {
            return full(maxOrders + " orders", "restart it with another --state");
        }
        if (book.openOrders().count() >= maxOpenOrders + (closing ? reserve + openBeyond : 0)) {
            return full(maxOpenOrders + " open orders", "cancel some");
        }
        return book.executionCount() < (closing ? maxTrades(reserve) + tradesBeyond : maxTrades(0))
                ? null
                : full(maxTrades(0) + " trades", "restart it with another --state");
    }

    private long maxTrades(int moreOrders) {
        return (long) TRADES_FOR_EACH_ORDER * (maxOrders + moreOrders);
    }

    private static VenueRefusal full(String most, String advice) {
        return VenueRefusal.forbidden(
                "the simulator keeps at most " + most + "; " + advice + ", or raise --max-orders");
    }
}
