package dev.lockstep.domain.notification;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a channel delivers, and when.
 *
 * @param filter what it delivers
 * @param urgent the kinds that are delivered at once, at any hour
 * @param quiet the hours in which all others wait, null for none
 * @param digest how long all others are collected for one message, zero to send them at once
 */
public record DeliveryRule(
        NotificationFilter filter,
        Set<NotificationKind> urgent,
        @Nullable QuietHours quiet,
        Duration digest) {
    public DeliveryRule {
        urgent = Set.copyOf(urgent);
        if (digest.isNegative()) {
            throw new InvalidValueException("digest", digest, ">= 0");
        }
    }

    /** Returns the rule that delivers everything at once. */
    public static DeliveryRule everything() {
        return new DeliveryRule(
                new NotificationFilter(NotificationKind.selectable(), Set.of(), Set.of()),
                NotificationKind.urgentByDefault(),
                null,
                Duration.ZERO);
    }

    /** Returns whether a lane delivers a notification. */
    public boolean admits(DeliveryLane lane, Notification notification) {
        boolean ofUrgentLane = urgent.contains(notification.kind());
        return ofUrgentLane == (lane == DeliveryLane.URGENT) && filter.admits(notification);
    }

    /** Returns whether a lane delivers any event of an order. */
    public boolean ofOrders(DeliveryLane lane) {
        return NotificationKind.ofOrders().stream()
                .filter(filter.kinds()::contains)
                .anyMatch(kind -> urgent.contains(kind) == (lane == DeliveryLane.URGENT));
    }

    /** Returns whether a lane delivers nothing at this time. */
    public boolean quiet(DeliveryLane lane, Instant now) {
        return lane == DeliveryLane.ROUTINE && quiet != null && quiet.cover(now);
    }

    /**
     * Returns whether a lane still collects.
     *
     * @param oldest when the oldest notification that waits happened
     */
    public boolean collects(DeliveryLane lane, Instant oldest, Instant now) {
        return lane == DeliveryLane.ROUTINE && now.isBefore(oldest.plus(digest));
    }
}
