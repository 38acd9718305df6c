package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;

/** The result of storing an order with a gate. */
public sealed interface IntentOutcome {
    /** The gate has decided, or did not have to. */
    sealed interface Decided extends IntentOutcome {}

    /**
     * It may be sent and is stored, durably.
     *
     * @param order the order as given
     */
    record Stored(Order order) implements Decided {}

    /**
     * It may not be sent and is stored as DENIED, durably.
     *
     * @param order the stored order
     * @param denials every rule that it breaks
     */
    record Denied(Order order, List<Denial> denials) implements Decided {
        public Denied {
            denials = List.copyOf(denials);
        }
    }

    /**
     * An order with the same idempotency key exists; nothing was written.
     *
     * @param order the existing order
     */
    record AlreadyThere(Order order) implements Decided {}

    /**
     * The gate has to know more; nothing was written.
     *
     * @param verdict what it has to know
     */
    record Undecided(Verdict.Undecided verdict) implements IntentOutcome {}
}
