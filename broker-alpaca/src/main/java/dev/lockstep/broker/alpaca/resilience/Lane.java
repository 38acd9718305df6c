package dev.lockstep.broker.alpaca.resilience;

/**
 * Priority class of a request, most urgent first.
 *
 * <p>Each lane leaves a share of the minute's budget to more urgent lanes, so that a burst of reads
 * cannot block an order and a burst of orders cannot block a cancel.
 */
public enum Lane {
    /** Reduces risk: never withheld by the budget or the circuit breaker. */
    CANCEL(0),
    /** Order submissions and replacements. */
    SUBMIT(10),
    /** Queries. */
    READ(25),
    /** Repeated cancels: sent only if budget is available now, without waiting. */
    REPEAT(50);

    private final int percentReservedForOthers;

    Lane(int percentReservedForOthers) {
        this.percentReservedForOthers = percentReservedForOthers;
    }

    /** Returns the part of {@code whole} reserved for other lanes. */
    long reservedForOthers(long whole) {
        return whole / 100 * percentReservedForOthers;
    }
}
