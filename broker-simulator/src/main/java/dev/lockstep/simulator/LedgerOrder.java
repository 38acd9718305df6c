package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order of the exchange's ledger, with the values of the wire format.
 *
 * @param number its sequence number among all orders of the exchange
 */
public record LedgerOrder(
        UUID id,
        long number,
        String account,
        String clientOrderId,
        String symbol,
        String side,
        String type,
        String timeInForce,
        String orderClass,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal notional,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        BigDecimal filledQty,
        @Nullable BigDecimal filledAvgPrice,
        String status,
        Instant submittedAt,
        @Nullable UUID parent,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy) {

    static LedgerOrder of(Order order) {
        boolean traded = order.filled().qty().signum() > 0;
        return new LedgerOrder(
                order.id(),
                order.number(),
                order.account(),
                order.clientOrderId(),
                order.terms().symbol(),
                order.terms().side().wireValue(),
                order.terms().type().wireValue(),
                order.terms().timeInForce().wireValue(),
                order.terms().orderClass().wireValue(),
                order.terms().qty(),
                order.terms().notional(),
                order.terms().limitPrice(),
                order.terms().stopPrice(),
                order.filled().qty(),
                traded ? new BigDecimal(Decimals.text(order.filled().averagePrice())) : null,
                order.status().wireValue(),
                order.milestones().submittedAt(),
                order.lineage().parent(),
                order.lineage().replaces(),
                order.lineage().replacedBy());
    }
}
