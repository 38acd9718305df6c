package dev.lockstep.app.stress;

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
 * Made-up orders that count: the second version is acknowledged, and each one after it has traded
 * one share more. So how often an order was changed can be read from its quantity as well as from
 * its version, and a change that was made of an old copy shows.
 */
final class StressOrders {
    /** An order of one caller: after five changes it is filled. */
    static final String OWN_QTY = "4";

    /** An order that all callers change: it is never filled. */
    static final String SHARED_QTY = "1000000000";

    private static final int VERSIONS_BEFORE_TRADES = 2;
    private static final Price PRICE = Price.of("100");

    private StressOrders() {}

    static Order intent(OrderIds ids, String qty, Instant at) {
        OrderId id = ids.nextOrderId();
        NewOrder terms =
                new NewOrder(
                        new Symbol("AAPL"),
                        Side.BUY,
                        Quantity.of(qty),
                        new OrderType.Limit(PRICE),
                        TimeInForce.DAY);
        return Order.intent(
                id, ids.clientOrderId(id), new IdempotencyKey("stress " + id), terms, at);
    }

    /** Returns the next version. */
    static Order next(Order order, Instant at) {
        Quantity cumQty =
                order.brokerOrderId() == null
                        ? Quantity.ZERO
                        : new Quantity(order.cumQty().value().add(BigDecimal.ONE));
        return order.apply(
                new StatusReport(
                        new BrokerOrderId("stress " + order.id()),
                        status(order, cumQty),
                        cumQty,
                        cumQty.zero() ? null : PRICE,
                        at),
                at);
    }

    /** Returns whether as much has traded as its version says. */
    static boolean counted(Order order) {
        long trades = Math.max(0, order.version() - VERSIONS_BEFORE_TRADES);
        return order.cumQty().equals(new Quantity(BigDecimal.valueOf(trades)));
    }

    private static ReportedStatus status(Order order, Quantity cumQty) {
        OrderStatus status =
                cumQty.equals(order.terms().orderQty())
                        ? OrderStatus.FILLED
                        : cumQty.zero() ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        return new ReportedStatus.Known(status.name().toLowerCase(Locale.ROOT), status);
    }
}
