package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened at the exchange; its state is the fold of these and nothing else, live
 * and after a restart alike.
 */
public sealed interface LedgerEntry {
    /** When it happened. */
    Instant at();

    /** The exchange was opened for the first time; ids and prices derive from the seed. */
    record VenueOpened(Instant at, long seed) implements LedgerEntry {}

    /** An account was opened with cash. */
    record AccountOpened(Instant at, String account, BigDecimal cash) implements LedgerEntry {}

    /** An account's owner changed its settings. */
    record AccountConfigured(Instant at, String account, AccountSettings settings)
            implements LedgerEntry {}

    /** Something that is no trade changed a position, cash, or both. */
    record AccountBooked(Instant at, String account, Booking booking) implements LedgerEntry {}

    /** A price moved, by the walk or by hand. */
    record PriceMoved(Instant at, String symbol, BigDecimal price, long step)
            implements LedgerEntry {}

    /** An order was taken in. */
    record OrderEntered(Instant at, Order order) implements LedgerEntry {}

    /** An order was turned away. */
    record OrderRefused(
            Instant at,
            String account,
            @Nullable String clientOrderId,
            String symbol,
            int code,
            String message)
            implements LedgerEntry {}

    /** An order's status changed without a trade. */
    record OrderMoved(Instant at, UUID id, OrderStatus status) implements LedgerEntry {}

    /** A leg woke up or a stop was reached. */
    record OrderReadied(Instant at, UUID id, Readiness readiness) implements LedgerEntry {}

    /**
     * An order traded.
     *
     * @param fee in what was received: the asset for a buy, dollars for a sell
     * @param positionQty the account's position after it
     */
    record OrderFilled(
            Instant at,
            UUID id,
            UUID executionId,
            BigDecimal qty,
            BigDecimal price,
            BigDecimal fee,
            BigDecimal positionQty,
            boolean wholly)
            implements LedgerEntry {}

    /**
     * A trade was busted or corrected after the fact.
     *
     * @param id the order that had traded
     * @param executionId the venue's name of the correction
     * @param previousId the trade, or the earlier correction, that it takes the place of
     * @param before what counted until now
     * @param after what counts from now on, null after a bust
     * @param status what the order is after it
     * @param positionQty the account's position after it
     */
    record TradeCorrected(
            Instant at,
            UUID id,
            UUID executionId,
            UUID previousId,
            Traded before,
            @Nullable Traded after,
            OrderStatus status,
            BigDecimal positionQty)
            implements LedgerEntry {

        /** How much traded, at what price. */
        public record Traded(BigDecimal qty, BigDecimal price) {}
    }

    /** A leg shrank because its sibling traded in part. */
    record OrderResized(Instant at, UUID id, BigDecimal qty) implements LedgerEntry {}

    /** A trailing stop followed the market. */
    record OrderTrailed(Instant at, UUID id, BigDecimal highWaterMark, BigDecimal stopPrice)
            implements LedgerEntry {}

    /** An order gave way to its successor. */
    record OrderReplaced(Instant at, UUID id, UUID replacedBy) implements LedgerEntry {}

    /** A replacement was taken and then failed; the order works on as before. */
    record ReplaceRejected(Instant at, UUID id, OrderStatus status) implements LedgerEntry {}
}
