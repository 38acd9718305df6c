package dev.lockstep.simulator.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which trades to list; the bounds are exclusive.
 *
 * @param past the last trade of the page before
 */
public record ExecutionQuery(
        @Nullable UUID orderId,
        @Nullable Instant after,
        @Nullable Instant until,
        boolean ascending,
        int limit,
        @Nullable UUID past) {
    boolean matches(Execution execution) {
        return (orderId == null || orderId.equals(execution.orderId()))
                && (after == null || execution.at().isAfter(after))
                && (until == null || execution.at().isBefore(until));
    }
}
