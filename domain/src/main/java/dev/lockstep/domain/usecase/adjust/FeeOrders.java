package dev.lockstep.domain.usecase.adjust;

import static java.util.Comparator.naturalOrder;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.Fills;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the order that a fee was taken for, which the broker does not name: the one of which an
 * execution fits in instrument, direction, price and size. Where several fit, none is named.
 */
final class FeeOrders {
    /** The broker books a fee at once or on the next day, after a weekend at the latest. */
    private static final Duration LATEST = Duration.ofDays(4);

    /** No venue takes more than this part of a trade. */
    private static final BigDecimal MOST = new BigDecimal("0.01");

    private final Fills fills;

    FeeOrders(Fills fills) {
        this.fills = fills;
    }

    List<Adjustment> found(List<Adjustment> adjustments) {
        List<Adjustment> atOnce = adjustments.stream().map(this::foundAtOnce).toList();
        Optional<Instant> first =
                atOnce.stream().filter(FeeOrders::isSought).map(Adjustment::at).min(naturalOrder());
        if (first.isEmpty()) {
            return atOnce;
        }
        Instant last = atOnce.stream().map(Adjustment::at).max(naturalOrder()).orElseThrow();
        List<Fill> earlier = fills.between(first.get().minus(LATEST), last);
        return atOnce.stream().map(fee -> isSought(fee) ? found(fee, earlier) : fee).toList();
    }

    private static boolean isSought(Adjustment fee) {
        return fee.kind() == AdjustmentKind.FEE && fee.symbol() != null && fee.orderId() == null;
    }

    private Adjustment foundAtOnce(Adjustment fee) {
        return isSought(fee) ? found(fee, fills.between(fee.at(), fee.at())) : fee;
    }

    private static Adjustment found(Adjustment fee, List<Fill> executions) {
        Set<BrokerOrderId> orders =
                executions.stream()
                        .filter(fill -> !fill.transactTime().isAfter(fee.at()))
                        .filter(fill -> fits(fee, fill))
                        .map(Fill::brokerOrderId)
                        .collect(Collectors.toSet());
        return orders.size() == 1 ? fee.of(orders.iterator().next()) : fee;
    }

    private static boolean fits(Adjustment fee, Fill fill) {
        boolean samePrice = fee.price() == null || fee.price().equals(fill.lastPx());
        return samePrice
                && fill.symbol().equals(fee.symbol())
                && fill.side() == (fee.coinFee() ? Side.BUY : Side.SELL)
                && small(fee, fill);
    }

    private static boolean small(Adjustment fee, Fill fill) {
        BigDecimal taken = fee.coinFee() ? fee.quantity().value() : fee.cash().value();
        BigDecimal quantity = fill.lastQty().value();
        BigDecimal traded = fee.coinFee() ? quantity : quantity.multiply(fill.lastPx().value());
        return taken.abs().compareTo(traded.multiply(MOST)) <= 0;
    }
}
