package dev.lockstep.domain.usecase.notify;

import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.notification.OutboxPosition;
import dev.lockstep.domain.order.id.InstanceTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the notifications that a lane delivers next, oldest position first, up to the bound of
 * one message. Notifications beyond the age limit are counted only.
 */
final class DueNotifications {
    private final List<Notification> notifications = new ArrayList<>();
    private final Instant earliest;
    private final InstanceTag tag;
    private OutboxPosition reached;
    private int tooOld;

    DueNotifications(OutboxPosition from, Instant earliest, InstanceTag tag) {
        this.tag = tag;
        this.reached = from;
        this.earliest = earliest;
    }

    void add(Notification notification) {
        if (notification.at().isBefore(earliest)) {
            tooOld++;
        } else {
            notifications.add(notification.of(tag));
        }
    }

    void reach(OutboxPosition position) {
        reached = position;
    }

    boolean full() {
        return notifications.size() >= NotificationMessage.MAX_NOTIFICATIONS;
    }

    /** Returns when the oldest of them happened, empty if there are none. */
    Optional<Instant> oldest() {
        return notifications.stream().findFirst().map(Notification::at);
    }

    /** Returns them, and in the place of those that were too old their number. */
    List<Notification> waiting(Instant now) {
        List<Notification> waiting = new ArrayList<>();
        if (tooOld > 0) {
            waiting.add(missed(now).of(tag));
        }
        waiting.addAll(notifications);
        return waiting;
    }

    private Notification missed(Instant now) {
        return new Notification(
                "missed-" + reached.events() + "-" + reached.records() + "-" + reached.notices(),
                NotificationKind.MISSED,
                now,
                tooOld + " older notifications were not delivered in time",
                "The activity view of the screen lists all events.",
                Map.of());
    }

    int tooOld() {
        return tooOld;
    }

    OutboxPosition reached() {
        return reached;
    }
}
