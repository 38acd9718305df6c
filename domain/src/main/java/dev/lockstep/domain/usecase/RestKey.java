package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import java.util.Optional;

/** The key of an exit that takes the place of a larger one, of which less is left to close. */
final class RestKey {
    private static final String START = "rest of ";

    private RestKey() {}

    static IdempotencyKey of(OrderId larger) {
        return new IdempotencyKey(START + larger);
    }

    /** The larger exit that this one takes the place of; empty where it takes none. */
    static Optional<OrderId> of(Order exit) {
        String key = exit.idempotencyKey().value();
        return exit.parent() != null && key.startsWith(START)
                ? Optional.of(new OrderId(key.substring(START.length())))
                : Optional.empty();
    }
}
