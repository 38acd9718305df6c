package dev.lockstep.domain.usecase.halt;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.close.CloseResult;
import java.util.List;

/** An instrument that a pass of closing every position did not leave flat, and why. */
public sealed interface Unclosed {
    /** Returns the instrument. */
    Symbol symbol();

    /**
     * Orders of the instrument are open: they may open a position, or hold its shares. Their
     * cancels are requested.
     *
     * @param symbol the instrument
     * @param ours our orders
     * @param elsewhere the number of external orders
     */
    record Blocked(Symbol symbol, List<Order> ours, int elsewhere) implements Unclosed {
        public Blocked {
            ours = List.copyOf(ours);
        }
    }

    /**
     * A closing order of an earlier pass works, or the one of this pass was not sent.
     *
     * @param symbol the instrument
     * @param result the obstacle, or the closing order
     */
    record Asked(Symbol symbol, CloseResult result) implements Unclosed {}
}
