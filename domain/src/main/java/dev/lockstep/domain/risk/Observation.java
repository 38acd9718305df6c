package dev.lockstep.domain.risk;

import java.time.Instant;

/**
 * A value of the market or the broker that a check needs, as far as it is known.
 *
 * @param <T> what it is
 */
public sealed interface Observation<T> {
    /**
     * Not requested.
     *
     * @param <T> the type of the value
     */
    record NotAsked<T>() implements Observation<T> {}

    /**
     * The value was fetched.
     *
     * @param <T> what it is
     * @param value the value
     * @param at when it was asked for
     */
    record Seen<T>(T value, Instant at) implements Observation<T> {}

    /**
     * It was asked for and could not be had.
     *
     * @param <T> what it is
     * @param text why, in words
     */
    record Missing<T>(String text) implements Observation<T> {}
}
