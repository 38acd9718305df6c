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
        return orderId == null || orderId.equals(execution.orderId());
    }

    /** The same without the times at which an order cannot have traded. */
    ExecutionQuery within(Milestones milestones) {
        Instant earliest = milestones.submittedAt().minusNanos(1);
        Instant latest = milestones.updatedAt().plusNanos(1);
        return new ExecutionQuery(
                orderId,
                after == null || after.isBefore(earliest) ? earliest : after,
                until == null || until.isAfter(latest) ? latest : until,
                ascending,
                limit,
                past);
    }
}
