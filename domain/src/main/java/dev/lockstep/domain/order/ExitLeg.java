package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Price;
import org.jspecify.annotations.Nullable;

/** An order on the other side that ends what an entry began. */
public sealed interface ExitLeg {
    /**
     * A take-profit by a limit order.
     *
     * @param limitPrice the limit price
     */
    record TakeProfit(Price limitPrice) implements ExitLeg {}

    /**
     * A stop-loss by a stop order, or by a stop-limit order if it has a limit.
     *
     * @param stopPx the stop price
     * @param limitPrice the limit price, null for a market order at the stop
     */
    record StopLoss(Price stopPx, @Nullable Price limitPrice) implements ExitLeg {}
}
