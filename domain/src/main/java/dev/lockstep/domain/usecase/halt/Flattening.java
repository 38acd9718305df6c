package dev.lockstep.domain.usecase.halt;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.util.List;

/** The result of one pass of closing all positions. */
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
     * @param left the instruments with a position or with orders that may open one
     * @param unreadable positions and open orders that nothing can be done about here, because they
     *     cannot be read
     */
    record Passed(List<Order> closing, List<Unclosed> left, List<UnreadableItem> unreadable)
            implements Flattening {
        public Passed {
            closing = List.copyOf(closing);
            left = List.copyOf(left);
            unreadable = List.copyOf(unreadable);
        }

        /**
         * Returns whether nothing is held, and no order may be at the broker that could open a
         * position.
         */
        public boolean flat() {
            return done() && unreadable.isEmpty();
        }

        /** Returns whether another pass would find nothing to do. */
        public boolean done() {
            return closing.isEmpty() && left.isEmpty();
        }
    }
}
