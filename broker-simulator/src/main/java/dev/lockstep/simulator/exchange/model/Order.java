package dev.lockstep.simulator.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * State of an order at one moment.
 *
 * @param number its sequence number among all orders of the exchange
 * @param reservePrice buying power reserved per unit; zero for an order that closes a position
 * @param collar the price beyond which it does not fill although it has no limit price; null for no
 *     collar
 */
public record Order(
        UUID id,
        long number,
        String account,
        String clientOrderId,
        OrderTerms terms,
        BigDecimal reservePrice,
        OrderStatus status,
        TriggerState readiness,
        FillTotals filled,
        OrderTimestamps milestones,
        OrderLinks lineage,
        @Nullable BigDecimal highWaterMark,
        @Nullable BigDecimal collar) {

    /** Returns the open quantity; zero for a notional order that has traded. */
    public BigDecimal leavesQty() {
        BigDecimal qty = terms.qty();
        if (qty != null) {
            return qty.subtract(filled.qty());
        }
        return BigDecimal.ZERO;
    }

    /** Returns whether the matcher watches the market for the order. */
    public boolean watching() {
        return status.working() || (status == OrderStatus.HELD && readiness == TriggerState.ARMED);
    }

    /** Returns whether the order is a leg of another order. */
    public boolean leg() {
        return lineage.parent() != null;
    }

    public Order moved(OrderStatus next, Instant at) {
        return with(terms, next, readiness, filled, milestones.reached(next, at), lineage);
    }

    public Order ready(TriggerState next, Instant at) {
        return with(terms, status, next, filled, milestones.reached(status, at), lineage);
    }

    public Order filled(BigDecimal lastQty, BigDecimal lastPx, boolean wholly, Instant at) {
        OrderStatus next = wholly ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        FillTotals sum = filled.plus(lastQty, lastPx);
        return with(terms, next, readiness, sum, milestones.reached(next, at), lineage);
    }

    public Order corrected(FillTotals sum, OrderStatus next, Instant at) {
        return with(terms, next, readiness, sum, milestones.corrected(next, at), lineage);
    }

    public Order resized(BigDecimal qty, Instant at) {
        OrderTimestamps touched = milestones.reached(status, at);
        return with(terms.withQty(qty), status, readiness, filled, touched, lineage);
    }

    public Order trailed(BigDecimal mark, BigDecimal stopPrice, Instant at) {
        return new Order(
                id,
                number,
                account,
                clientOrderId,
                terms.withStopPrice(stopPrice),
                reservePrice,
                status,
                readiness,
                filled,
                milestones.reached(status, at),
                lineage,
                mark,
                collar);
    }

    public Order replacedBy(UUID successor, Instant at) {
        OrderStatus next = OrderStatus.REPLACED;
        OrderLinks tied = lineage.replacedBy(successor);
        return with(terms, next, readiness, filled, milestones.reached(next, at), tied);
    }

    public Order adoptedBy(UUID parent) {
        OrderLinks tied =
                new OrderLinks(parent, lineage.role(), lineage.replaces(), lineage.replacedBy());
        return with(terms, status, readiness, filled, milestones, tied);
    }

    private Order with(
            OrderTerms newTerms,
            OrderStatus newStatus,
            TriggerState newReadiness,
            FillTotals newFilled,
            OrderTimestamps newMilestones,
            OrderLinks newLineage) {
        return new Order(
                id,
                number,
                account,
                clientOrderId,
                newTerms,
                reservePrice,
                newStatus,
                newReadiness,
                newFilled,
                newMilestones,
                newLineage,
                highWaterMark,
                collar);
    }
}
