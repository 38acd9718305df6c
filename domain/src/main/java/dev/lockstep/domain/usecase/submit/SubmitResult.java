package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;

/** The result of {@link SubmitOrder}. */
public sealed interface SubmitResult {
    /** Returns the order as it is stored. */
    Order order();

    /**
     * It was sent and what came of it is stored: see its status, which may well be REJECTED or
     * UNKNOWN.
     *
     * @param order the order after its answer
     */
    record Submitted(Order order) implements SubmitResult {}

    /**
     * An order with the same idempotency key exists; nothing was sent.
     *
     * @param order that order in its current state
     */
    record AlreadySubmitted(Order order) implements SubmitResult {}

    /**
     * The idempotency key belongs to an order with other terms; nothing was stored or sent.
     *
     * @param order the order that has the key
     */
    record KeyReused(Order order) implements SubmitResult {}

    /**
     * We refused it; it is stored as DENIED and was not sent.
     *
     * @param order the order
     * @param denials every rule that it breaks
     */
    record Denied(Order order, List<Denial> denials) implements SubmitResult {
        public Denied {
            denials = List.copyOf(denials);
        }
    }

    /**
     * The order was sent and its answer could not be stored: its outcome is unknown until recovery
     * has asked the broker. The caller must not send it again.
     *
     * @param order the intent as it is stored
     * @param text why the answer could not be stored
     */
    record Unrecorded(Order order, String text) implements SubmitResult {}
}
