package dev.lockstep.app.notify;

import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.notifications.NotificationChannels;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends a trial message through one channel, without database and broker. */
public final class ChannelTrial {
    private final NotificationSettings settings;
    private final NotificationChannels channels;
    private final InstantSource clock;

    /**
     * Creates the trial.
     *
     * @param settings the channels to try
     * @param channels opens them
     */
    public ChannelTrial(
            NotificationSettings settings, NotificationChannels channels, InstantSource clock) {
        this.settings = settings;
        this.channels = channels;
        this.clock = clock;
    }

    /** Returns the settings. */
    public NotificationSettings settings() {
        return settings;
    }

    /** Sends the message once; empty if there is no such channel. */
    public Optional<DeliveryResult> send(String channel) {
        return settings.channel(channel)
                .map(tried -> channels.open(tried.config()).send(message(channel)));
    }

    private NotificationMessage message(String channel) {
        Instant now = clock.instant();
        return NotificationMessage.of(
                List.of(
                        new Notification(
                                "test-" + now.toEpochMilli(),
                                NotificationKind.TEST,
                                now,
                                "Test of channel " + channel,
                                "This channel works.",
                                Map.of("channel", channel))));
    }
}
