package dev.lockstep.app.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of notifications and the progress of their channels, without secrets.
 *
 * @param label the name of this Lockstep in messages
 * @param pings whether there is a dead man's switch
 * @param channels the channels
 * @param newest the newest notifications, newest first
 */
public record NotificationsBody(
        String label, boolean pings, List<ChannelBody> channels, List<NotificationBody> newest) {
    /**
     * One channel.
     *
     * @param name its name
     * @param type its type, such as {@code telegram}
     * @param to where it sends
     * @param kinds the kinds of notifications that it delivers
     * @param begun whether it ever ran
     * @param waiting the number of those of the newest notifications that it has not delivered yet
     * @param delivered the number of delivered notifications
     * @param missed the number of those that became too old
     * @param deliveredAt when it last delivered, null before the first
     * @param failures the number of failures since then
     * @param trouble the last failure, empty if there is none
     */
    public record ChannelBody(
            String name,
            String type,
            String to,
            List<String> kinds,
            boolean begun,
            long waiting,
            long delivered,
            long missed,
            @Nullable String deliveredAt,
            int failures,
            String trouble) {}

    /**
     * One notification.
     *
     * @param id its id, which every delivery of it has
     * @param kind its kind
     * @param at when it happened
     * @param title one line
     * @param text the details, empty if the title says all
     * @param delivered the channels that have delivered it
     * @param waiting the channels that have not delivered it yet
     */
    public record NotificationBody(
            String id,
            String kind,
            String at,
            String title,
            String text,
            List<String> delivered,
            List<String> waiting) {}
}
