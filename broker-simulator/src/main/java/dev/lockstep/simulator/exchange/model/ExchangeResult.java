package dev.lockstep.simulator.exchange.model;

/** Result of a request to the exchange. */
public sealed interface ExchangeResult<T> {
    /** The request was accepted. */
    record Granted<T>(T answer) implements ExchangeResult<T> {}

    /** The request was rejected. */
    record Refused<T>(VenueRefusal refusal) implements ExchangeResult<T> {}
}
