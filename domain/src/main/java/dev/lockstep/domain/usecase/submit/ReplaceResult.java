package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import java.util.List;

/** The result of {@link ReplaceOrder}. */
public sealed interface ReplaceResult {
    /**
     * There is no such order.
     *
     * @param id the requested id
     */
    record NoSuchOrder(OrderId id) implements ReplaceResult {}

    /**
     * The broker was asked and what came of it is stored: see the new order's status, which may
     * well be REJECTED or UNKNOWN, or NEVER_ACCEPTED where the broker took no requests.
     *
     * @param order the new order
     * @param replaced the order whose place it takes, as it is now
     */
    record Sent(Order order, Order replaced) implements ReplaceResult {}

    /**
     * A replacement with the same idempotency key exists; nothing was sent.
     *
     * @param order that replacement in its current state
     */
    record AlreadySent(Order order) implements ReplaceResult {}

    /**
     * The idempotency key belongs to another order; nothing was stored or sent.
     *
     * @param order the order that has the key
     */
    record KeyReused(Order order) implements ReplaceResult {}

    /**
     * We refused it; the new order is stored as DENIED and the old one stays as it is.
     *
     * @param order the new order
     * @param denials every rule that it breaks
     */
    record Denied(Order order, List<Denial> denials) implements ReplaceResult {
        public Denied {
            denials = List.copyOf(denials);
        }
    }

    /**
     * The replacement was sent and its answer could not be stored: its outcome is unknown until
     * recovery has asked the broker.
     *
     * @param order the new order as it is stored
     * @param text why the answer could not be stored
     */
    record Unrecorded(Order order, String text) implements ReplaceResult {}
}
