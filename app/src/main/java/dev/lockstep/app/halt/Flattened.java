package dev.lockstep.app.halt;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.halt.Flattening;
import java.util.List;

/**
 * The result of closing all positions.
 *
 * @param closing the closing orders that were sent, in their last state
 * @param last the result of the last pass
 */
public record Flattened(List<Order> closing, Flattening last) {
    /** Why it ended before everything was closed, where trading goes on again. */
    public static final String RESUMED = "trading was resumed: nothing more is closed";

    public Flattened {
        closing = List.copyOf(closing);
    }

    /** Returns whether the broker has confirmed that no position is left. */
    public boolean flat() {
        return last instanceof Flattening.Passed passed && passed.flat();
    }
}
