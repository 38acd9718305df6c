package dev.lockstep.simulator.exchange.model;

/** Alpaca's order statuses. */
public enum OrderStatus implements WireEnum {
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

    /** Returns whether the status is final. */
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

    /**
     * Returns whether the list of open orders includes the status. A held leg is in neither the
     * open nor the closed list.
     */
    public boolean open() {
        return !closed() && this != HELD;
    }

    /** Returns whether the matcher may fill the order. */
    public boolean working() {
        return this == NEW || this == PARTIALLY_FILLED;
    }
}
