package dev.lockstep.app.backtest;

import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.position.RoundTrip;
import dev.lockstep.simulator.AccountRecords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fees of round trips: their part of the fees of the orders that opened and closed them. */
final class TripFees {
    private static final int SCALE_DIGITS = 9;

    private final Map<BrokerOrderId, OrderFees> byOrder = new HashMap<>();

    private record OrderFees(BigDecimal qty, BigDecimal dollars) {
        OrderFees and(OrderFees other) {
            return new OrderFees(qty.add(other.qty), dollars.add(other.dollars));
        }
    }

    TripFees(List<AccountRecords.Trade> trades) {
        for (AccountRecords.Trade trade : trades) {
            byOrder.merge(
                    new BrokerOrderId(trade.orderId()),
                    new OrderFees(trade.received(), trade.fee()),
                    OrderFees::and);
        }
    }

    /** Returns the fees in dollars. */
    BigDecimal of(RoundTrip trip) {
        return part(trip.entryOrder(), trip).add(part(trip.exitOrder(), trip));
    }

    private BigDecimal part(BrokerOrderId order, RoundTrip trip) {
        OrderFees whole = byOrder.get(order);
        return whole == null
                ? BigDecimal.ZERO
                : whole.dollars()
                        .multiply(trip.qty().value())
                        .divide(whole.qty(), SCALE_DIGITS, RoundingMode.HALF_EVEN);
    }
}
