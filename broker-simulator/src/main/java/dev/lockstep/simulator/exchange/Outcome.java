package dev.lockstep.simulator.exchange;

/** What became of a request to the exchange. */
public sealed interface Outcome<T> {
    /** It was granted, with this answer. */
    record Granted<T>(T answer) implements Outcome<T> {}

    /** It was refused. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}
}
