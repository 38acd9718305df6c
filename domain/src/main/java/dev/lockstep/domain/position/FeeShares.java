package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Divides the fees of orders among their round trips by quantity, so that the shares of an order
 * whose whole quantity was matched add up to its fees exactly. Not thread-safe.
 */
final class FeeShares {
    private static final int SHARE_DECIMALS = 9;

    private final Map<BrokerOrderId, OrderFees> byOrder = new HashMap<>();

    /** The quantity that can be matched, the fees, and how much of the quantity was matched. */
    private record OrderFees(BigDecimal qty, BigDecimal dollars, BigDecimal matched) {
        static final OrderFees NONE =
                new OrderFees(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        OrderFees and(BigDecimal moreQty, BigDecimal moreDollars) {
            return new OrderFees(qty.add(moreQty), dollars.add(moreDollars), matched);
        }

        OrderFees matched(BigDecimal part) {
            return new OrderFees(qty, dollars, matched.add(part));
        }

        /** Returns the fees of the quantity that was matched so far. */
        BigDecimal due() {
            return matched.compareTo(qty) >= 0
                    ? dollars
                    : dollars.multiply(matched).divide(qty, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
        }
    }

    /** Adds an execution. */
    void add(Fill fill) {
        add(fill.brokerOrderId(), fill.lastQty().value(), BigDecimal.ZERO);
    }

    /** Adds a fee of a known order; coins that it took cannot be matched. */
    void add(BrokerOrderId order, Adjustment fee) {
        add(order, fee.quantity().value(), AdjustmentTotals.NONE.plus(fee).fees().value());
    }

    private void add(BrokerOrderId order, BigDecimal qty, BigDecimal dollars) {
        byOrder.merge(
                order,
                OrderFees.NONE.and(qty, dollars),
                (known, more) -> known.and(more.qty(), more.dollars()));
    }

    /** Returns the fees of the next round trip of its orders, negative if paid. */
    Money next(RoundTrip trip) {
        return new Money(next(trip.entryOrder(), trip).add(next(trip.exitOrder(), trip)));
    }

    private BigDecimal next(BrokerOrderId order, RoundTrip trip) {
        @Nullable OrderFees before = byOrder.get(order);
        if (before == null) {
            return BigDecimal.ZERO;
        }
        OrderFees after = before.matched(trip.qty().value());
        byOrder.put(order, after);
        return after.due().subtract(before.due());
    }
}
