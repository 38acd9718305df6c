package dev.lockstep.simulator.exchange;

/** Every status word of the venue's order. */
public enum OrderStatus implements Word {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    DONE_FOR_DAY,
    CANCELED,
    EXPIRED,
    REPLACED,
    PENDING_CANCEL,
    PENDING_REPLACE,
    ACCEPTED,
    PENDING_NEW,
    ACCEPTED_FOR_BIDDING,
    STOPPED,
    REJECTED,
    SUSPENDED,
    CALCULATED,
    HELD;

    /** Whether nothing can happen to the order any more. */
    public boolean closed() {
        return switch (this) {
            case FILLED, CANCELED, EXPIRED, REPLACED, REJECTED -> true;
            case NEW,
                    PARTIALLY_FILLED,
                    DONE_FOR_DAY,
                    PENDING_CANCEL,
                    PENDING_REPLACE,
                    ACCEPTED,
                    PENDING_NEW,
                    ACCEPTED_FOR_BIDDING,
                    STOPPED,
                    SUSPENDED,
                    CALCULATED,
                    HELD ->
                    false;
        };
    }

    /** Whether the list of open orders shows it; a held leg is neither open nor closed there. */
    public boolean open() {
        return !closed() && this != HELD;
    }

    /** Whether the matcher may fill it. */
    public boolean working() {
        return this == NEW || this == PARTIALLY_FILLED;
    }
}
