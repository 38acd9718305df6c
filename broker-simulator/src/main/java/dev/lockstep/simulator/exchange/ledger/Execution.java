package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trade of an account, or the bust or correction of a trade, as an account activity.
 *
 * @param previousId the trade or the earlier correction that this entry replaces, null for a trade
 */
public record Execution(
        UUID id,
        Instant at,
        UUID orderId,
        String symbol,
        Side side,
        BigDecimal qty,
        BigDecimal price,
        BigDecimal cumQty,
        BigDecimal leavesQty,
        OrderStatus orderStatus,
        ExecutionType type,
        @Nullable UUID previousId) {

    /**
     * Creates the activity of a bust, with the trade it reverses, or of a correction, with the
     * corrected trade.
     */
    public static Execution correcting(Order order, LedgerEntry.TradeCorrected entry) {
        LedgerEntry.TradeCorrected.Traded after = entry.after();
        LedgerEntry.TradeCorrected.Traded shown = after == null ? entry.before() : after;
        return new Execution(
                entry.executionId(),
                entry.at(),
                order.id(),
                order.terms().symbol(),
                order.terms().side(),
                shown.qty(),
                shown.price(),
                order.filled().qty(),
                order.leavesQty(),
                order.status(),
                after == null ? ExecutionType.TRADE_BUST : ExecutionType.TRADE_CORRECT,
                entry.previousId());
    }
}
