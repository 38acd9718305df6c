package dev.lockstep.app.prove.disk.write;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/**
 * Made-up orders whose traded quantity follows from their version: the second version is
 * acknowledged, and each later one has traded one share more.
 */
public final class CountedOrders {
    private static final Quantity QTY = Quantity.of("1000000");
    private static final Price PRICE = Price.of("100");
    private static final int VERSIONS_BEFORE_TRADES = 2;

    private CountedOrders() {}

    /** Returns a new order. */
    public static Order intent(OrderIds ids, Instant at) {
        OrderId id = ids.nextOrderId();
        NewOrder terms =
                new NewOrder(
                        new Symbol("AAPL"),
                        Side.BUY,
                        QTY,
                        new OrderType.Limit(PRICE),
                        TimeInForce.DAY);
        return Order.intent(id, ids.clientOrderId(id), new IdempotencyKey("disk " + id), terms, at);
    }

    /** Returns the next version. */
    static Order next(Order order, Instant at) {
        Quantity cumQty = new Quantity(BigDecimal.valueOf(traded(order.version() + 1)));
        OrderStatus status = cumQty.zero() ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        return order.apply(
                new StatusReport(
                        new BrokerOrderId("disk " + order.id()),
                        new ReportedStatus.Known(status.name().toLowerCase(Locale.ROOT), status),
                        cumQty,
                        cumQty.zero() ? null : PRICE,
                        at),
                at);
    }

    /** Returns whether as much has traded as the version says. */
    public static boolean counted(Order order) {
        return order.cumQty().value().compareTo(BigDecimal.valueOf(traded(order.version()))) == 0;
    }

    private static long traded(long version) {
        return Math.max(0, version - VERSIONS_BEFORE_TRADES);
    }
}
