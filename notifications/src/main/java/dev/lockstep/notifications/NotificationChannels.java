package dev.lockstep.notifications;

import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.notifications.chat.DiscordChannel;
import dev.lockstep.notifications.chat.EmailChannel;
import dev.lockstep.notifications.chat.MessageText;
import dev.lockstep.notifications.chat.NtfyChannel;
import dev.lockstep.notifications.chat.SlackChannel;
import dev.lockstep.notifications.chat.TelegramChannel;
import dev.lockstep.notifications.chat.WebhookChannel;
import dev.lockstep.notifications.config.ChannelConfig;
import dev.lockstep.notifications.config.SecretUrl;
import dev.lockstep.notifications.connection.HttpSender;
import dev.lockstep.notifications.connection.Redaction;
import java.time.InstantSource;
import java.time.ZoneId;

/** Opens channels, and requests the address of a dead man's switch. Thread-safe. */
public final class NotificationChannels {
    private final String label;
    private final MessageText text;
    private final InstantSource clock;
    private final HttpSender http = HttpSender.open();

    /**
     * Creates the opener.
     *
     * @param label the name of this Lockstep in messages
     * @param zone the time zone of times in messages
     * @param clock the time of signatures
     */
    public NotificationChannels(String label, ZoneId zone, InstantSource clock) {
        this.label = label;
        this.text = new MessageText(label, zone);
        this.clock = clock;
    }

    /** Returns a channel; nothing is sent yet. */
    public NotificationChannel open(ChannelConfig config) {
        return switch (config) {
            case ChannelConfig.Webhook webhook -> new WebhookChannel(webhook, label, http, clock);
            case ChannelConfig.Ntfy ntfy -> new NtfyChannel(ntfy, text, http);
            case ChannelConfig.Telegram telegram -> new TelegramChannel(telegram, text, http);
            case ChannelConfig.Discord discord -> new DiscordChannel(discord, text, http);
            case ChannelConfig.Slack slack -> new SlackChannel(slack, text, http);
            case ChannelConfig.Email email -> new EmailChannel(email, text);
        };
    }

    /** Reports to a dead man's switch that this Lockstep works. */
    public DeliveryResult ping(SecretUrl url) {
        return http.get(url.uri(), Redaction.of(url.uri()));
    }
}
