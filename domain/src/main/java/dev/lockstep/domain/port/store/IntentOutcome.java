package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;

/** What came of an order that had to pass a gate. */
public sealed interface IntentOutcome {
    /** The gate has decided, or did not have to. */
    sealed interface Decided extends IntentOutcome {}

    /**
     * It may go out and is stored, durably.
     *
     * @param order the order as it was given
     */
    record Stored(Order order) implements Decided {}

    /**
     * It may not go out; it is stored as DENIED, durably.
     *
     * @param order the order as it is stored
     * @param denials every rule that it breaks
     */
    record Denied(Order order, List<Denial> denials) implements Decided {
        public Denied {
            denials = List.copyOf(denials);
        }
    }

    /**
     * There was one under the same idempotency key before; nothing was written.
     *
     * @param order the one that was there
     */
    record AlreadyThere(Order order) implements Decided {}

    /**
     * The gate has to know more; nothing was written.
     *
     * @param verdict what it has to know
     */
    record Undecided(Verdict.Undecided verdict) implements IntentOutcome {}
}
