package dev.lockstep.app.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of notifications and the progress of their channels, without secrets.
 *
 * @param label the name of this Lockstep in messages
 * @param pings whether there is a dead man's switch
 * @param channels the channels
 */
public record NotificationsBody(String label, boolean pings, List<ChannelBody> channels) {
    /**
     * One channel.
     *
     * @param name its name
     * @param type its type, such as {@code telegram}
     * @param to where it sends
     * @param kinds the kinds of notifications that it delivers
     * @param begun whether it ever ran
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
            long delivered,
            long missed,
            @Nullable String deliveredAt,
            int failures,
            String trouble) {}
}
