package dev.lockstep.persistence.sqlite.processes;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.TimeOrderedIds;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** Orders that count their changes: each change fills one more share. */
final class Counting {
    private static final String NEVER_FILLED = "1000000000";
    private static final Instant AT = SampleOrders.START;

    private final TimeOrderedIds ids =
            new TimeOrderedIds(new InstanceTag("test"), InstantSource.system(), new SecureRandom());

    Order intent() {
        OrderId id = ids.nextOrderId();
        return Order.intent(
                id,
                ids.clientOrderId(id),
                new IdempotencyKey(id.value()),
                SampleOrders.tenShares()
                        .with(new OrderAmount.ByQuantity(Quantity.of(NEVER_FILLED))),
                AT);
    }

    static Order next(Order order) {
        return order.apply(
                new StatusReport(
                        SampleOrders.brokerOrderId(order),
                        new ReportedStatus.Known("partially_filled", OrderStatus.PARTIALLY_FILLED),
                        new Quantity(order.cumQty().value().add(BigDecimal.ONE)),
                        Price.of("1"),
                        AT),
                AT);
    }

    /** Returns whether the filled quantity equals the number of changes. */
    static boolean counted(Order order) {
        return order.cumQty().value().longValueExact() == order.version() - 1;
    }
}
