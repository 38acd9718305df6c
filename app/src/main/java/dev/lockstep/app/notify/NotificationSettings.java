package dev.lockstep.app.notify;

import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.notifications.config.SecretUrl;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of notifications.
 *
 * @param label the name of this Lockstep in messages
 * @param pingUrl the address of the dead man's switch, null for none
 * @param statementAt when the statement of a day is due, in New York
 * @param channels the channels
 */
public record NotificationSettings(
        String label,
        @Nullable SecretUrl pingUrl,
        LocalTime statementAt,
        List<ChannelSettings> channels) {
    /** When the statement of a day is due unless the file says otherwise. */
    public static final LocalTime STATEMENT_AT = LocalTime.of(16, 30);

    public NotificationSettings {
        channels = List.copyOf(channels);
    }

    /** Returns whether there is anything to do. */
    public boolean any() {
        return pingUrl != null || !channels.isEmpty();
    }

    /** Returns the channel of a name. */
    public Optional<ChannelSettings> channel(String name) {
        return channels.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Returns the rules of the channels, by name. */
    public Map<String, DeliveryRule> rules() {
        return channels.stream()
                .collect(Collectors.toMap(ChannelSettings::name, ChannelSettings::rule));
    }
}
