package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.OrderTimestamps;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filter for trades; the bounds are exclusive.
 *
 * @param past the last trade of the previous page
 */
public record ExecutionQuery(
        @Nullable UUID orderId,
        @Nullable Instant after,
        @Nullable Instant until,
        boolean ascending,
        int limit,
        @Nullable UUID past) {
    public boolean matches(Execution execution) {
        return orderId == null || orderId.equals(execution.orderId());
    }

    /** Narrows the query to the times between which the order can have traded. */
    public ExecutionQuery within(OrderTimestamps milestones) {
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
