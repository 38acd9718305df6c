package dev.lockstep.domain.risk;

import dev.lockstep.domain.order.NewOrder;
import java.time.Instant;

/**
 * Decides whether an order may be sent: checks the trading state and every limit against the
 * exposure under the write lock. Pure.
 *
 * <p>An order that only reduces a position is never held back. A check whose data is not available
 * denies.
 */
public final class PreTradeRisk {
    private PreTradeRisk() {}

    /**
     * Returns the verdict.
     *
     * @param terms the order; one that replaces another is judged as if the other were not there
     * @param exposure the book
     * @param market what was asked from outside
     * @param now the time, against which what was asked for may have grown old
     */
    public static Verdict verdict(
            NewOrder terms, Exposure exposure, MarketView market, Instant now) {
        return exposure.rules().none()
                ? new Verdict.Approved()
                : new OrderCheck(terms, exposure, market, now).verdict();
    }
}
