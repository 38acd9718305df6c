package dev.lockstep.domain.usecase.halt;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.close.CloseResult;
import java.util.List;

/** An instrument that a pass of closing every position did not leave flat, and why. */
public sealed interface Unclosed {
    /** The instrument. */
    Symbol symbol();

    /**
     * Orders of it have not ended: they may open a position, or hold the shares of the one there
     * is. Their cancels are requested.
     *
     * @param symbol the instrument
     * @param ours the ones that were sent from here
     * @param elsewhere how many were sent elsewhere
     */
    record Blocked(Symbol symbol, List<Order> ours, int elsewhere) implements Unclosed {
        public Blocked {
            ours = List.copyOf(ours);
        }
    }

    /**
     * A closing order of an earlier pass works, or what this pass asked for did not go out.
     *
     * @param symbol the instrument
     * @param result what stands in the way, or the order that closes it
     */
    record Asked(Symbol symbol, CloseResult result) implements Unclosed {}
}
