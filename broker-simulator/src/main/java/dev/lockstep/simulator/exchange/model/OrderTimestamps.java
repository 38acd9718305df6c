package dev.lockstep.simulator.exchange.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Timestamps of an order's status changes. */
public record OrderTimestamps(
        Instant submittedAt,
        Instant updatedAt,
        Instant expiresAt,
        @Nullable Instant filledAt,
        @Nullable Instant expiredAt,
        @Nullable Instant canceledAt,
        @Nullable Instant failedAt,
        @Nullable Instant replacedAt) {
    public static OrderTimestamps submitted(Instant at, Instant expiresAt) {
        return new OrderTimestamps(at, at, expiresAt, null, null, null, null, null);
    }

    /**
     * Returns the timestamps after a bust or a correction. An order that is no longer filled loses
     * its fill time.
     */
    OrderTimestamps corrected(OrderStatus status, Instant at) {
        OrderTimestamps reached = reached(status, at);
        return new OrderTimestamps(
                submittedAt,
                at,
                expiresAt,
                status == OrderStatus.FILLED ? filledAt : null,
                reached.expiredAt(),
                reached.canceledAt(),
                reached.failedAt(),
                reached.replacedAt());
    }

    OrderTimestamps reached(OrderStatus status, Instant at) {
        return new OrderTimestamps(
                submittedAt,
                at,
                expiresAt,
                status == OrderStatus.FILLED ? at : filledAt,
                status == OrderStatus.EXPIRED ? at : expiredAt,
                status == OrderStatus.CANCELED ? at : canceledAt,
                status == OrderStatus.REJECTED ? at : failedAt,
                status == OrderStatus.REPLACED ? at : replacedAt);
    }
}
