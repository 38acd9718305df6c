package dev.lockstep.domain.order;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;

/** A status as the broker reports it, and its meaning. */
public sealed interface ReportedStatus {
    /** Returns the status as the broker wrote it. */
    String word();

    /**
     * A known status.
     *
     * @param word the status as the broker wrote it
     * @param status its meaning; never a local status
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
     * An unknown status: stored and shown; it does not change the order's status.
     *
     * @param word the status as the broker wrote it
     */
    record Unrecognized(String word) implements ReportedStatus {
        public Unrecognized {
            Text.printable("brokerStatus", word, MAX_CHARS);
        }
    }

    /** Maximum length of a stored status. */
    int MAX_CHARS = 64;
}
