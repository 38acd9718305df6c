package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Price;
import org.jspecify.annotations.Nullable;

/** An order on the other side that ends what an entry began. */
public sealed interface ExitLeg {
    /**
     * Ends it with a profit, by a limit order.
     *
     * @param limitPrice the worst price accepted
     */
    record TakeProfit(Price limitPrice) implements ExitLeg {}

    /**
     * Ends it before the loss grows, by a stop order, or by a stop-limit order where it has a
     * limit.
     *
     * @param stopPx the price that triggers it
     * @param limitPrice the worst price accepted then, null for any
     */
    record StopLoss(Price stopPx, @Nullable Price limitPrice) implements ExitLeg {}
}
