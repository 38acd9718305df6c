package dev.lockstep.app.notify;

import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.notifications.config.ChannelConfig;

/**
 * The settings of one channel.
 *
 * @param name its name
 * @param type its type as in the file, such as {@code telegram}
 * @param config where it sends
 * @param rule what it delivers, and when
 */
public record ChannelSettings(String name, String type, ChannelConfig config, DeliveryRule rule) {
    /** Returns where it sends, without secrets. */
    public String destination() {
        return switch (config) {
            case ChannelConfig.Webhook webhook -> webhook.url().toString();
            case ChannelConfig.Ntfy ntfy -> ntfy.url().toString();
            case ChannelConfig.Telegram telegram -> "chat " + telegram.chat();
            case ChannelConfig.Discord discord -> discord.url().toString();
            case ChannelConfig.Slack slack -> slack.url().toString();
            case ChannelConfig.Email email -> String.join(", ", email.to());
        };
    }
}
