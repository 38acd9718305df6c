package dev.lockstep.history;

import java.math.BigDecimal;
import java.util.Set;

/**
 * An order in the exchange's ledger.
 *
 * @param id its id at the exchange
 * @param clientOrderId the id that the platform gave it
 * @param terms what it is to trade
 * @param status the exchange's status
 * @param filledQty the number of shares that have traded
 */
public record LedgerLine(
        String id,
        String clientOrderId,
        SubmittedTerms terms,
        String status,
        BigDecimal filledQty) {
    private static final Set<String> ENDED =
            Set.of("filled", "canceled", "expired", "replaced", "rejected");

    /** Returns whether nothing can change any more. */
    boolean ended() {
        return ENDED.contains(status);
    }
}
