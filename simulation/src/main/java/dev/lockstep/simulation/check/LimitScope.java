package dev.lockstep.simulation.check;

import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.simulation.exchange.ObservedExecution;
import java.math.BigDecimal;
import java.time.Duration;

/** The orders and positions that a limit counts: those of the account or of one strategy. */
interface LimitScope {
    /** Returns its name in a violation. */
    String name();

    /** Returns whether an order that was stored under this client order id counts. */
    boolean owns(String clientOrderId);

    /** Returns the most open orders that it may have now. */
    int openOrdersLimit();

    /** Returns its limits as they are now. */
    RiskLimits limits();

    /** Returns whether a trade changed its position. */
    boolean traded(ObservedExecution execution);

    /** Returns its position in an instrument by the executions of the exchange. */
    BigDecimal held(String symbol);

    /** Returns whether Lockstep can know that position. */
    boolean judged(String symbol);

    /**
     * Returns the smallest loss since the last close that Lockstep may have computed by the prices
     * of the given time; a gain that is within every limit where it is not judged.
     */
    BigDecimal smallestLoss(Duration span);
}
