package dev.lockstep.domain.audit;

/**
 * A difference between the store and what was written to it.
 *
 * @param kind the kind of difference
 * @param place the event or order
 * @param expected the expected content
 * @param found the actual content
 */
public record ChainBreak(Kind kind, String place, String expected, String found) {
    /** Returns the difference in one line. */
    public String text() {
        return place + ": " + kind.meaning + " (expected: " + expected + ", found: " + found + ")";
    }

    /** The kinds of differences. */
    public enum Kind {
        /** The event, or the unchanging part of the order it began, is not what was hashed. */
        CHANGED("was changed, or what comes before it was"),
        /** An event's number does not follow the one before it. */
        OUT_OF_SEQUENCE("events were removed, added or moved before it"),
        /** The chain does not end where its head says. */
        END_DIFFERS("the last events were removed or added"),
        /** The event's order is not there. */
        ORDER_MISSING("its order was removed"),
        /** The order is of a version that no event made. */
        EVENT_MISSING("its last event is missing"),
        /** There are events of later versions than the order's. */
        ORDER_BEHIND("it is older than its last event"),
        /** The order is not what its last event says. */
        STATE_DIFFERS("it is not what its last event says"),
        /** A record that is no order is not what was written last, or is missing or added. */
        RECORD_DIFFERS("it is not what was written");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }
    }
}
