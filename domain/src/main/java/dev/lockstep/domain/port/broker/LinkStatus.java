package dev.lockstep.domain.port.broker;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the line to the broker is.
 *
 * @param latency how long the last answer took, null before the first
 * @param answeredAt when the last answer came, null before the first
 * @param requestsLeft how many requests the broker still takes in this minute, null where it has
 *     named no limit
 * @param breaker whether requests go out
 * @param trouble what last went wrong, empty while nothing has
 */
public record LinkStatus(
        @Nullable Duration latency,
        @Nullable Instant answeredAt,
        @Nullable Long requestsLeft,
        Breaker breaker,
        String trouble) {
    /** Whether requests go out. */
    public enum Breaker {
        /** They do. */
        CLOSED,
        /** One goes out to see whether the broker is back. */
        HALF_OPEN,
        /** The broker keeps failing: nothing but cancels goes out. */
        OPEN
    }
}
