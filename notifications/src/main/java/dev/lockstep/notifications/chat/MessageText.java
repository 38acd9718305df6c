package dev.lockstep.notifications.chat;

import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationMessage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Messages as plain text.
 *
 * @param label the name of this Lockstep, at the start of each title
 * @param zone the time zone of the times
 */
public record MessageText(String label, ZoneId zone) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd MMM HH:mm:ss", Locale.ROOT);

    /** Returns the title. */
    public String title(NotificationMessage message) {
        return "[" + label + "] " + message.title();
    }

    /** Returns the text below the title, with the id last, cut to a number of characters. */
    public String body(NotificationMessage message, int maxChars) {
        List<Notification> all = message.notifications();
        String text =
                all.size() == 1
                        ? details(all.getFirst())
                        : all.stream().map(this::line).collect(Collectors.joining("\n"));
        String footer = "\n(" + message.id() + ")";
        return cut(text, maxChars - footer.length()) + footer;
    }

    /** Returns title and text in one, cut to a number of characters. */
    public String whole(NotificationMessage message, int maxChars) {
        String title = title(message) + "\n";
        return title + body(message, maxChars - title.length());
    }

    private String details(Notification notification) {
        String time = TIME.format(notification.at().atZone(zone));
        return notification.text().isEmpty() ? time : notification.text() + "\n" + time;
    }

    private String line(Notification notification) {
        String text = notification.text().isEmpty() ? "" : ": " + notification.text();
        return TIME.format(notification.at().atZone(zone)) + " " + notification.title() + text;
    }

    private static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(maxChars - 2)) ? maxChars - 2 : maxChars - 1;
        return text.substring(0, end) + "…";
    }
}
