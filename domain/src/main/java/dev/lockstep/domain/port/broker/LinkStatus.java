package dev.lockstep.domain.port.broker;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of the connection to the broker.
 *
 * @param latency the duration of the last request, null before the first
 * @param answeredAt when the last answer arrived, null before the first
 * @param requestsLeft the number of requests left in this minute, null if the broker reports no
 *     limit
 * @param breaker the state of the circuit breaker
 * @param trouble the last failure, empty if there was none
 */
public record LinkStatus(
        @Nullable Duration latency,
        @Nullable Instant answeredAt,
        @Nullable Long requestsLeft,
        Breaker breaker,
        String trouble) {
    /** The state of the circuit breaker. */
    public enum Breaker {
        /** They do. */
        CLOSED,
        /** One request is sent as a probe. */
        HALF_OPEN,
        /** The broker keeps failing: only cancels are sent. */
        OPEN
    }
}
