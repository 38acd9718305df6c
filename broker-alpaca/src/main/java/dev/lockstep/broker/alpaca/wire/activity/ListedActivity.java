package dev.lockstep.broker.alpaca.wire.activity;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.port.broker.UnreadableItem;

/** An entry of a page of account activities. */
public sealed interface ListedActivity {
    /** The activity id, which is also the page token; empty if absent. */
    String id();

    /**
     * An execution.
     *
     * @param id the activity id
     * @param fill the execution
     */
    record Traded(String id, Fill fill) implements ListedActivity {}

    /**
     * A bust or correction of an execution.
     *
     * @param id the activity id
     * @param correction the corrected values
     */
    record Corrected(String id, FillCorrection correction) implements ListedActivity {}

    /**
     * A non-trade activity.
     *
     * @param adjustment the booked adjustment
     */
    record Booked(Adjustment adjustment) implements ListedActivity {
        @Override
        public String id() {
            return adjustment.id().value();
        }
    }

    /**
     * An unreadable entry, such as an options trade.
     *
     * @param item its known fields
     */
    record Unreadable(UnreadableItem item) implements ListedActivity {
        @Override
        public String id() {
            return item.brokerId();
        }
    }
}
