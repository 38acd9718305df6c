package dev.lockstep.simulator.exchange;

/** Result of a request to the exchange. */
public sealed interface Outcome<T> {
    /** The request was accepted. */
    record Granted<T>(T answer) implements Outcome<T> {}

    /** The request was rejected. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}
}
