package dev.lockstep.domain.order;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;

/** The status of an order in the broker's own word, and what we take it to mean. */
public sealed interface ReportedStatus {
    /** The word as the broker wrote it. */
    String word();

    /**
     * A word we know.
     *
     * @param word the broker's word
     * @param status what it means; never one of our own statuses
     */
    record Known(String word, OrderStatus status) implements ReportedStatus {
        public Known {
            Text.printable("brokerStatus", word, MAX_CHARS);
            if (status.unresolved() || status.neverSent() || status == OrderStatus.NEVER_ACCEPTED) {
                throw new InvalidValueException("status", status, "a status a broker can report");
            }
        }
    }

    /**
     * A word we do not know: kept, shown, and no reason to change the order's status.
     *
     * @param word the broker's word
     */
    record Unrecognized(String word) implements ReportedStatus {
        public Unrecognized {
            Text.printable("brokerStatus", word, MAX_CHARS);
        }
    }

    /** The longest status word that is kept. */
    int MAX_CHARS = 64;
}
