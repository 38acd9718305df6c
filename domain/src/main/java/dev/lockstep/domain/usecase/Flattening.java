package dev.lockstep.domain.usecase;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.BrokerFault;
import java.util.List;

/** What one pass of closing every position did. */
public sealed interface Flattening {
    /**
     * The broker could not be asked; nothing was sent.
     *
     * @param fault why
     */
    record Failed(BrokerFault fault) implements Flattening {}

    /**
     * Trading is not held back, so that others could open what is being closed; nothing was sent.
     */
    record NotHeldBack() implements Flattening {}

    /**
     * A pass; repeat it, with pauses, until nothing is left.
     *
     * @param closing the closing orders that this pass sent, as they are after their answers
     * @param waiting instruments with open orders, which hold the shares or close the position now,
     *     and those that cannot be closed yet
     */
    record Passed(List<Order> closing, List<Symbol> waiting) implements Flattening {
        public Passed {
            closing = List.copyOf(closing);
            waiting = List.copyOf(waiting);
        }

        /** Whether there was nothing to do. */
        public boolean flat() {
            return closing.isEmpty() && waiting.isEmpty();
        }
    }
}
