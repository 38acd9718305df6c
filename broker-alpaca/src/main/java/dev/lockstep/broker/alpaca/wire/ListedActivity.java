package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.port.UnreadableItem;

/** One entry of a page of the account's history. */
public sealed interface ListedActivity {
    /** The broker's name of it, which the next page is asked by; empty where it has none. */
    String id();

    /**
     * An execution.
     *
     * @param id the broker's name of the entry
     * @param fill what traded
     */
    record Traded(String id, Fill fill) implements ListedActivity {}

    /**
     * A bust or a correction of an execution.
     *
     * @param id the broker's name of the entry
     * @param correction what counts from now on
     */
    record Corrected(String id, FillCorrection correction) implements ListedActivity {}

    /**
     * Anything that is no trade.
     *
     * @param adjustment what was booked
     */
    record Booked(Adjustment adjustment) implements ListedActivity {
        @Override
        public String id() {
            return adjustment.id().value();
        }
    }

    /**
     * An entry that cannot be read, such as a trade in an option.
     *
     * @param item what is known of it
     */
    record Unreadable(UnreadableItem item) implements ListedActivity {
        @Override
        public String id() {
            return item.brokerId();
        }
    }
}
