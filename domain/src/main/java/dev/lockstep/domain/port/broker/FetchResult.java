package dev.lockstep.domain.port.broker;

/**
 * The result of a request to the broker: a complete answer or a failure. An empty list is an
 * answer; a failure is not an empty list.
 *
 * @param <T> the type of the value
 */
public sealed interface FetchResult<T> {
    /**
     * The whole answer.
     *
     * @param <T> what was asked for
     * @param value the answer
     */
    record Complete<T>(T value) implements FetchResult<T> {}

    /**
     * No answer, or only a part of one.
     *
     * @param <T> what was asked for
     * @param fault why
     */
    record Failed<T>(BrokerFault fault) implements FetchResult<T> {}
}
