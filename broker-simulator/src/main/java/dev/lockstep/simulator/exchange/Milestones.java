package dev.lockstep.simulator.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When what happened to an order. */
public record Milestones(
        Instant submittedAt,
        Instant updatedAt,
        Instant expiresAt,
        @Nullable Instant filledAt,
        @Nullable Instant expiredAt,
        @Nullable Instant canceledAt,
        @Nullable Instant failedAt,
        @Nullable Instant replacedAt) {
    static Milestones submitted(Instant at, Instant expiresAt) {
        return new Milestones(at, at, expiresAt, null, null, null, null, null);
    }

    /** A trade was taken back: an order that is not filled any more has no time of that. */
    Milestones corrected(OrderStatus status, Instant at) {
        Milestones reached = reached(status, at);
        return new Milestones(
                submittedAt,
                at,
                expiresAt,
                status == OrderStatus.FILLED ? filledAt : null,
                reached.expiredAt(),
                reached.canceledAt(),
                reached.failedAt(),
                reached.replacedAt());
    }

    Milestones reached(OrderStatus status, Instant at) {
        return new Milestones(
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
