package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.WireEnum;

/** Kinds of entry in the list of trades. */
public enum ExecutionType implements WireEnum {
    /** A fill of an order. */
    FILL,
    /** A correction of the quantity or price of an earlier trade. */
    TRADE_CORRECT,
    /** A bust of an earlier trade. */
    TRADE_BUST
}
