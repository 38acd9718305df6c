package dev.lockstep.app.halt;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.halt.Flattening;
import java.util.List;

/**
 * What came of closing every position.
 *
 * @param closing the closing orders that were sent, as they are at the end
 * @param last what the last pass found
 */
public record Flattened(List<Order> closing, Flattening last) {
    /** Why it ended before everything was closed, where trading goes on again. */
    public static final String RESUMED = "somebody has resumed trading: nothing more is closed";

    public Flattened {
        closing = List.copyOf(closing);
    }

    /** Whether the broker's own word is that no position is left. */
    public boolean flat() {
        return last instanceof Flattening.Passed passed && passed.flat();
    }
}
