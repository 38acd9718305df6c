package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.position.ClosePart;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A part of a position that is requested to be closed.
 *
 * @param whole an order for all that might be closed
 * @param held how much that is
 * @param part the requested part
 * @param evidence who requested it
 */
record RequestedClose(NewOrder whole, Quantity held, ClosePart part, Evidence evidence) {
    /**
     * Returns the terms of the closing order.
     *
     * @throws dev.lockstep.domain.value.InvalidValueException if the part is zero or exceeds what
     *     is held
     */
    NewOrder terms() {
        return whole.with(new OrderAmount.ByQuantity(CloseTerms.quantity(held, part)));
    }

    /** Returns whether nothing stays. */
    boolean all() {
        return held.equals(terms().orderQty());
    }

    boolean wholeRequested() {
        return part instanceof ClosePart.Whole;
    }

    boolean sameOwner(Order close) {
        return Objects.equals(close.terms().strategy(), whole.strategy());
    }

    /** Returns whether this is the request that a close was stored for, which may have ended. */
    boolean answeredBy(Order close) {
        return sameOwner(close)
                && switch (part) {
                    case ClosePart.Whole _ -> CloseTerms.all(close) || isQty(close, held);
                    case ClosePart.ByQuantity(Quantity quantity) -> isQty(close, quantity);
                    // Of what is held, or was held before the close has filled.
                    case ClosePart.ByPercentage(BigDecimal _) ->
                            isQty(close, CloseTerms.quantity(held, part))
                                    || isQty(
                                            close,
                                            CloseTerms.quantity(held.plus(close.cumQty()), part));
                };
    }

    private static boolean isQty(Order close, Quantity quantity) {
        return quantity.equals(close.terms().orderQty());
    }
}
