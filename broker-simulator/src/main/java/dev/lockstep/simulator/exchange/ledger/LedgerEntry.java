package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.TriggerState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state change of the exchange. The state is the fold of these entries and nothing else, both
 * live and after a restart.
 */
public sealed interface LedgerEntry {
    /** Returns the time of the change. */
    Instant at();

    /** The exchange was opened for the first time. Ids and prices derive from the seed. */
    record VenueOpened(Instant at, long seed) implements LedgerEntry {}

    /** An account was opened with cash. */
    record AccountOpened(Instant at, String account, BigDecimal cash) implements LedgerEntry {}

    /** An account's settings were changed. */
    record AccountConfigured(Instant at, String account, AccountSettings settings)
            implements LedgerEntry {}

    /** A position, cash or both changed by an activity other than a trade. */
    record AccountBooked(Instant at, String account, NonTradeActivity booking)
            implements LedgerEntry {}

    /** A watchlist of an account was created or changed. */
    record WatchlistSaved(Instant at, String account, Watchlist watchlist) implements LedgerEntry {}

    /** A watchlist of an account was deleted. */
    record WatchlistDeleted(Instant at, String account, UUID id) implements LedgerEntry {}

    /**
     * It was changed which fees the exchange charges and lists.
     *
     * @param listed whether activities include the fees of trades
     * @param regulatory whether the sales of stocks from now on are charged regulatory fees
     */
    record FeesChanged(Instant at, boolean listed, boolean regulatory) implements LedgerEntry {}

    /** A corporate action took place, whether or not an account holds the asset. */
    record CorporateActionTaken(Instant at, CorporateAction action) implements LedgerEntry {}

    /** A price moved, by the random walk, by a bar or on request. */
    record PriceMoved(Instant at, String symbol, BigDecimal price, long step)
            implements LedgerEntry {}

    /** A price was set on request; from then on its random walk stays near it. */
    record ReferencePriceSet(Instant at, String symbol, BigDecimal price) implements LedgerEntry {}

    /** An order was accepted. */
    record OrderEntered(Instant at, Order order) implements LedgerEntry {}

    /** An order was rejected. */
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

    /** A leg was armed or a stop price was reached. */
    record OrderReadied(Instant at, UUID id, TriggerState readiness) implements LedgerEntry {}

    /**
     * An order filled, in part or completely.
     *
     * @param fee in the currency received: the asset for a buy, dollars for a sell
     * @param positionQty the account's position afterwards
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
     * @param executionId the id of the bust or correction
     * @param previousId the trade or the earlier correction that it replaces
     * @param before the trade as it counted until now
     * @param after the trade as it counts from now on, null after a bust
     * @param status the order's status afterwards
     * @param positionQty the account's position afterwards
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

        /** Quantity and price of a trade. */
        public record Traded(BigDecimal qty, BigDecimal price) {}
    }

    /** A leg was reduced because its sibling filled in part. */
    record OrderResized(Instant at, UUID id, BigDecimal qty) implements LedgerEntry {}

    /** The stop price of a trailing stop followed the market. */
    record OrderTrailed(Instant at, UUID id, BigDecimal highWaterMark, BigDecimal stopPrice)
            implements LedgerEntry {}

    /** An order was replaced by its successor. */
    record OrderReplaced(Instant at, UUID id, UUID replacedBy) implements LedgerEntry {}

    /** A replacement was accepted and then rejected; the original order stays active. */
    record ReplaceRejected(Instant at, UUID id, OrderStatus status) implements LedgerEntry {}
}
