package dev.lockstep.broker.alpaca.resilience;

/**
 * How much a request matters when the budget runs low; the most urgent lane comes first.
 *
 * <p>Each lane leaves a share of the minute's requests to the ones before it, so that a burst of
 * reads cannot keep an order out and a burst of orders cannot keep a cancel out.
 */
public enum Lane {
    /** Takes risk away: never held back here, whatever the budget and the breaker say. */
    CANCEL(0),
    /** Orders, and changes to them. */
    SUBMIT(10),
    /** Questions. */
    READ(25),
    /** Cancels that were sent before: never waited for, and never in the way of all others. */
    REPEAT(50);

    private final int percentLeftToOthers;

    Lane(int percentLeftToOthers) {
        this.percentLeftToOthers = percentLeftToOthers;
    }

    /** The part of a whole that this lane does not touch. */
    long leftToOthers(long whole) {
        return whole / 100 * percentLeftToOthers;
    }
}
