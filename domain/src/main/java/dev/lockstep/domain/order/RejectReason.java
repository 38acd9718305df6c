package dev.lockstep.domain.order;

/** The reason of a refusal, as far as the broker states it. */
public enum RejectReason {
    /** Not enough buying power. */
    INSUFFICIENT_BUYING_POWER,
    /** Not enough shares or coins that no other order holds. */
    INSUFFICIENT_QUANTITY,
    /** An opposite order of ours is working. */
    WASH_TRADE,
    /** A price that the venue does not take. */
    PRICE_RULE,
    /** No such instrument. */
    UNKNOWN_SYMBOL,
    /** An instrument that cannot be traded now or in this way. */
    NOT_TRADABLE,
    /** The market is closed for this kind of order. */
    MARKET_CLOSED,
    /** The order does not stand so that it could be changed or canceled: not yet, or no more. */
    ORDER_STATE,
    /** The broker already has an order under this client order id: it landed before. */
    DUPLICATE_CLIENT_ORDER_ID,
    /** The keys are wrong or may not trade. */
    UNAUTHORIZED,
    /** Anything else; the broker's text says what. */
    OTHER
}
