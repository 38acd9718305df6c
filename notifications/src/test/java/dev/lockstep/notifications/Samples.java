package dev.lockstep.notifications;

import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.notifications.config.ChannelConfig;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Messages for the tests. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");

    private Samples() {}

    static Notification fill() {
        return new Notification(
                "t1-event-12",
                NotificationKind.FILL,
                NOW,
                "Bought 10 AAPL at 189.5",
                "strategy <trend> & co",
                Map.of("symbol", "AAPL", "filledQty", "10"));
    }

    static Notification halt() {
        return new Notification(
                "t1-record-7", NotificationKind.HALT, NOW, "Trading halted by ann", "", Map.of());
    }

    static NotificationMessage one() {
        return NotificationMessage.of(List.of(fill()));
    }

    static NotificationMessage two() {
        return NotificationMessage.of(List.of(fill(), halt()));
    }

    static NotificationChannel open(ChannelConfig config) {
        return channels().open(config);
    }

    static NotificationChannels channels() {
        return new NotificationChannels("paper", ZoneOffset.UTC, InstantSource.fixed(NOW));
    }

    static DeliveryResult.Failed failed(DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.Failed failed -> failed;
            case DeliveryResult.Delivered _ -> throw new AssertionError("was delivered");
        };
    }
}
