package dev.lockstep.domain.order;

/**
 * The status of an order (FIX OrdStatus, tag 39).
 *
 * <p>The first four and {@link #NEVER_ACCEPTED} are local; every status of the broker maps to one
 * of the others. {@link Order#apply} decides which status can follow which.
 */
public enum OrderStatus {
    /** The intent is durable, no answer is recorded: after a crash it may or may not be sent. */
    PENDING_SUBMIT(Stage.UNRESOLVED),
    /** It was sent, and the answer is missing or unreadable. */
    UNKNOWN(Stage.UNRESOLVED),
    /** We refused it; it was never sent. */
    DENIED(Stage.CLOSED),
    /** Held locally until what it waits for has happened, as its text says; not sent yet. */
    WAITING(Stage.HELD_HERE),
    /** The broker holds it until its parent fills. */
    HELD(Stage.OPEN),
    /** The broker has it, the market does not yet. */
    ACCEPTED(Stage.OPEN),
    /** Working in the market, nothing traded. */
    NEW(Stage.OPEN),
    /** Working in the market, some of it traded. */
    PARTIALLY_FILLED(Stage.OPEN),
    /** Traded no more today; wakes up on the next trading day. */
    DONE_FOR_DAY(Stage.OPEN),
    /** Trading in it is halted; it may go on later. */
    SUSPENDED(Stage.OPEN),
    /** A cancel was requested; only the broker's report makes it {@link #CANCELED}. */
    PENDING_CANCEL(Stage.CHANGING),
    /** A replacement was requested; only the broker's report makes it {@link #REPLACED}. */
    PENDING_REPLACE(Stage.CHANGING),
    /** All of it traded. */
    FILLED(Stage.CLOSED),
    /** Ended by a cancel; some of it may have traded before. */
    CANCELED(Stage.CLOSED),
    /** Ended by its time in force; some of it may have traded before. */
    EXPIRED(Stage.CLOSED),
    /** Another order took its place; some of it may have traded before. */
    REPLACED(Stage.CLOSED),
    /** The broker or the venue refused it. */
    REJECTED(Stage.CLOSED),
    /** The broker confirmed, after the grace period, that it does not have the order. */
    NEVER_ACCEPTED(Stage.CLOSED);

    private final Stage stage;

    OrderStatus(Stage stage) {
        this.stage = stage;
    }

    /** Returns whether it certainly was never sent: {@link #DENIED} and {@link #WAITING}. */
    public boolean neverSent() {
        return this == DENIED || this == WAITING;
    }

    /** Returns whether it is sent or being changed, and the answer is missing. */
    public boolean inFlight() {
        return unresolved() || stage == Stage.CHANGING;
    }

    /** Returns whether only a lookup by client order id can determine the outcome. */
    public boolean unresolved() {
        return stage == Stage.UNRESOLVED;
    }

    /** Returns whether the broker has it and it may still trade. */
    public boolean open() {
        return stage == Stage.OPEN || stage == Stage.CHANGING;
    }

    /** Returns whether it is final; {@link #FILLED} is. */
    public boolean closed() {
        return stage == Stage.CLOSED;
    }

    /** Returns whether it ended without being accepted, by us, by the broker or on its way. */
    public boolean refused() {
        return this == DENIED || this == REJECTED || this == NEVER_ACCEPTED;
    }

    /** Returns whether the broker has it or might have it, so that it must be asked about. */
    public boolean mayBeAtBroker() {
        return open() || unresolved();
    }

    private enum Stage {
        UNRESOLVED,
        HELD_HERE,
        OPEN,
        CHANGING,
        CLOSED
    }
}
