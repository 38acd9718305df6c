package dev.lockstep.domain.notification;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;

/**
 * What is delivered at once: one notification, or several that are due together.
 *
 * @param id the id of the only notification, or the ids of the first and the last one
 * @param notifications at least one
 */
public record NotificationMessage(String id, List<Notification> notifications) {
    /** The most notifications of one message. */
    public static final int MAX_NOTIFICATIONS = 20;

    public NotificationMessage {
        notifications = List.copyOf(notifications);
        if (notifications.isEmpty()) {
            throw new InvalidValueException("notifications", "none", "at least one");
        }
    }

    /** Returns the message of these notifications. */
    public static NotificationMessage of(List<Notification> notifications) {
        String first = notifications.getFirst().id();
        return new NotificationMessage(
                notifications.size() == 1 ? first : first + ".." + notifications.getLast().id(),
                notifications);
    }

    /** Returns the subject: the title of the only notification, or how many there are. */
    public String title() {
        return notifications.size() == 1
                ? notifications.getFirst().title()
                : notifications.size() + " notifications";
    }

    /** Returns whether one of them is urgent by default. */
    public boolean urgent() {
        return notifications.stream().anyMatch(each -> each.kind().urgent());
    }
}
