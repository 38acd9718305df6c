package dev.lockstep.simulator.exchange.ledger;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A corporate action that took place.
 *
 * @param oldRate shares before, 1 for a dividend
 * @param newRate shares after, 1 for a dividend
 * @param dollarsAShare the dividend, zero for a split
 * @param closeBefore the last price before it, in dollars
 */
public record CorporateAction(
        UUID id,
        Kind kind,
        String symbol,
        BigDecimal oldRate,
        BigDecimal newRate,
        BigDecimal dollarsAShare,
        BigDecimal closeBefore) {
    /** Kinds of corporate actions. */
    public enum Kind {
        FORWARD_SPLIT,
        REVERSE_SPLIT,
        CASH_DIVIDEND
    }
}
