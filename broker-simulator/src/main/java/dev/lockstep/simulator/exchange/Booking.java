package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an account's activities that is no trade.
 *
 * @param type the venue's word, for example {@code CFEE}
 * @param subType the venue's closer word, null where there is none
 * @param symbol what it is about, null where it is about the account
 * @param qty shares or coins that came in, negative for what went out; of a dividend, how many it
 *     was paid for
 * @param netAmount dollars that came in, negative for what went out
 */
public record Booking(
        UUID id,
        Instant at,
        String type,
        @Nullable String subType,
        @Nullable String symbol,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal price,
        BigDecimal netAmount,
        String description) {
    /** How much of its asset came in; nothing, where it only tells of a quantity. */
    BigDecimal received() {
        boolean tells = type.equals("DIV");
        return qty == null || tells ? BigDecimal.ZERO : qty;
    }

    /** Whether it is the fee of a trade. */
    boolean feeOfTrade() {
        return type.equals("CFEE") || (type.equals("FEE") && symbol != null);
    }

    /** The fee of a trade: in the coin that was bought, or in the dollars that were received. */
    static Booking fee(Order order, LedgerEntry.OrderFilled fill) {
        boolean coin = order.terms().side() == Side.BUY;
        BigDecimal fee = fill.fee().negate();
        String name = "fee of " + fill.executionId();
        return new Booking(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
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
