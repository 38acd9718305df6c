package dev.lockstep.domain.usecase.reverse;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.close.CloseResult;
import java.util.List;

/** The result of {@link ReversePosition}. */
public sealed interface ReversalResult {
    /**
     * The order that opens the other direction would be denied; nothing was done.
     *
     * @param denials the rules that it would break
     */
    record Denied(List<Denial> denials) implements ReversalResult {
        public Denied {
            denials = List.copyOf(denials);
        }
    }

    /**
     * The position is not being closed by this request; nothing else was done.
     *
     * @param close why; never {@link CloseResult.Closing}
     */
    record NotClosing(CloseResult close) implements ReversalResult {}

    /**
     * The position is being closed, and an order opens the other direction once nothing is held;
     * both are from this call or an earlier one.
     *
     * @param close the order that closes it, as it is now
     * @param order the order that opens the other direction: WAITING until then, as its text says
     */
    record Reversing(Order close, Order order) implements ReversalResult {}
}
