package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account activity other than a trade.
 *
 * @param type the activity type, for example {@code CFEE}
 * @param subType the activity subtype, null if there is none
 * @param symbol the asset, null for an activity of the whole account
 * @param qty shares or coins received, negative if delivered; for a dividend the quantity it was
 *     paid for
 * @param netAmount dollars received, negative if paid
 */
public record NonTradeActivity(
        UUID id,
        Instant at,
        String type,
        @Nullable String subType,
        @Nullable String symbol,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal price,
        BigDecimal netAmount,
        String description) {
    /** Returns the quantity received; zero if the quantity is informational. */
    public BigDecimal received() {
        boolean informational = type.equals("DIV");
        return qty == null || informational ? BigDecimal.ZERO : qty;
    }

    /** Returns whether the activity is a day's fee of a regulator on sales of stocks. */
    public boolean regulatory() {
        return type.equals("FEE") && ("REG".equals(subType) || "TAF".equals(subType));
    }

    /** Returns whether the activity is the fee of a trade. */
    public boolean feeOfTrade() {
        return type.equals("CFEE") || (type.equals("FEE") && symbol != null);
    }

    /** Returns the id of the fee of a trade. */
    public static UUID feeId(UUID executionId) {
        String name = "fee of " + executionId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Creates the fee of a trade: in the coin that was bought, or in the dollars that were
     * received.
     */
    public static NonTradeActivity fee(Order order, LedgerEntry.OrderFilled fill) {
        boolean coin = order.terms().side() == Side.BUY;
        BigDecimal fee = fill.fee().negate();
        return new NonTradeActivity(
                feeId(fill.executionId()),
                fill.at(),
                coin ? "CFEE" : "FEE",
                null,
                order.terms().symbol(),
                coin ? fee : null,
                fill.price(),
                coin ? BigDecimal.ZERO : fee,
                "Coin Pair Transaction Fee (" + (coin ? "Non USD" : "USD") + ")");
    }
}
