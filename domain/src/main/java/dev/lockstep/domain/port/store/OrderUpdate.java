package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A change to one order, made of the order as it is at that moment and never of an older copy.
 *
 * @param id the order
 * @param change gives the next version of the order it is handed, or that very object for no
 *     change; it is pure and quick, runs inside the write and may run more than once
 * @param evidence what proves the change, stored with it
 */
public record OrderUpdate(OrderId id, UnaryOperator<Order> change, Evidence evidence) {
    /** Returns a change by a report. */
    public static OrderUpdate applying(
            OrderId id, ExecutionReport report, Instant at, Evidence evidence) {
        return new OrderUpdate(id, order -> order.apply(report, at), evidence);
    }
}
