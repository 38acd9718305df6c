package dev.lockstep.domain.usecase.purpose;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import java.util.Optional;

/** The key of an exit that takes the place of a larger one, of which less is left to close. */
public final class RestKey {
    private static final String START = "rest of ";

    private RestKey() {}

    /** Returns the key of the exit that takes the place of a larger one. */
    public static IdempotencyKey of(OrderId larger) {
        return new IdempotencyKey(START + larger);
    }

    /** The larger exit that this one takes the place of; empty where it takes none. */
    public static Optional<OrderId> of(Order exit) {
        String key = exit.idempotencyKey().value();
        return exit.parent() != null && key.startsWith(START)
                ? Optional.of(new OrderId(key.substring(START.length())))
                : Optional.empty();
    }
}
