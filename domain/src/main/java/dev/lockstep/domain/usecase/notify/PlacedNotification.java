package dev.lockstep.domain.usecase.notify;

import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.OutboxPosition;
import java.util.Comparator;

/**
 * A notification with its place in the sequence that it is read from.
 *
 * @param notification the notification
 * @param sequence the sequence
 * @param seq its position there
 */
record PlacedNotification(Notification notification, Sequence sequence, long seq) {
    static final Comparator<PlacedNotification> NEWEST_FIRST =
            Comparator.comparing((PlacedNotification each) -> each.notification().at())
                    .thenComparing(PlacedNotification::sequence)
                    .thenComparingLong(PlacedNotification::seq)
                    .reversed();

    /** The sequences of an {@link OutboxPosition}. */
    enum Sequence {
        EVENTS,
        RECORDS,
        NOTICES
    }

    /** Returns whether a lane that is at a position has passed it. */
    boolean passedAt(OutboxPosition position) {
        return seq
                <= switch (sequence) {
                    case EVENTS -> position.events();
                    case RECORDS -> position.records();
                    case NOTICES -> position.notices();
                };
    }
}
