package dev.lockstep.app.notify;

import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.NotificationFilter;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.QuietHours;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.notifications.config.ChannelConfig;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.config.MailServerConfig;
import dev.lockstep.notifications.config.MailServerConfig.Encryption;
import dev.lockstep.notifications.config.SecretUrl;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a channel from its lines. */
final class ChannelReading {
    private static final String TYPES = "webhook, ntfy, telegram, discord, slack, email";
    private static final int TLS_PORT = 465;
    private static final int STARTTLS_PORT = 587;
    private static final int PLAIN_PORT = 25;
    private static final Duration MAX_DIGEST = Duration.ofHours(24);

    private final ChannelFields fields;
    private final ZoneId zone;

    ChannelReading(ChannelFields fields, ZoneId zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /**
     * Returns where the channel sends.
     *
     * @throws InvalidValueException if a field is missing or invalid
     */
    ChannelConfig config(String type) {
        return switch (type) {
            case "webhook" -> new ChannelConfig.Webhook(url("url"), secret("secret"));
            case "ntfy" -> new ChannelConfig.Ntfy(url("url"), secretOrNull("token"));
            case "telegram" ->
                    new ChannelConfig.Telegram(
                            fields.parsed(
                                    "api",
                                    SecretUrl.of("api", ChannelConfig.Telegram.API),
                                    text -> SecretUrl.of(fields.name("api"), text)),
                            secret("token"),
                            fields.required("chat"));
            case "discord" -> new ChannelConfig.Discord(url("url"));
            case "slack" -> new ChannelConfig.Slack(url("url"));
            case "email" -> email();
            default -> throw new InvalidValueException(fields.name("type"), type, TYPES);
        };
    }

    private ChannelConfig email() {
        Encryption encryption =
                fields.parsed(
                        "encryption",
                        Encryption.TLS,
                        text -> encryption(fields.name("encryption"), text));
        int defaultPort =
                switch (encryption) {
                    case TLS -> TLS_PORT;
                    case STARTTLS -> STARTTLS_PORT;
                    case NONE -> PLAIN_PORT;
                };
        return new ChannelConfig.Email(
                new MailServerConfig(
                        fields.required("host"),
                        fields.parsed("port", defaultPort, this::port),
                        encryption,
                        fields.value("user").orElse(null),
                        secretOrNull("password")),
                fields.required("from"),
                fields.list("to"));
    }

    private int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new InvalidValueException(fields.name("port"), text, "1 to 65535");
        }
    }

    private static Encryption encryption(String field, String text) {
        return EnumSet.allOf(Encryption.class).stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(field, text, "tls, starttls, none"));
    }

    /**
     * Returns what the channel delivers, and when. Parts of orders are delivered only if they are
     * named.
     */
    DeliveryRule rule() {
        Set<NotificationKind> usual = new HashSet<>(NotificationKind.selectable());
        usual.remove(NotificationKind.PARTIAL_FILL);
        return new DeliveryRule(
                new NotificationFilter(
                        kinds("kinds", usual),
                        Set.copyOf(fields.list("symbols")),
                        Set.copyOf(fields.list("strategies"))),
                kinds("urgent", NotificationKind.urgentByDefault()),
                quietHours(),
                fields.parsed(
                        "digest",
                        Duration.ZERO,
                        text ->
                                TimeSpan.parse(
                                        fields.name("digest"), text, Duration.ZERO, MAX_DIGEST)));
    }

    private Set<NotificationKind> kinds(String field, Set<NotificationKind> defaults) {
        Set<NotificationKind> kinds = new HashSet<>();
        fields.list(field)
                .forEach(word -> kinds.add(NotificationKind.of(fields.name(field), word)));
        return kinds.isEmpty() ? defaults : kinds;
    }

    private @Nullable QuietHours quietHours() {
        ZoneId own = fields.parsed("zone", zone, this::zone);
        return fields.value("quiet-hours").map(text -> quietHours(text, own)).orElse(null);
    }

    private ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new InvalidValueException(
                    fields.name("zone"), text, "a time zone, such as Europe/Berlin");
        }
    }

    private QuietHours quietHours(String text, ZoneId own) {
        try {
            String[] ends = text.split("-", 2);
            if (ends.length == 2) {
                return new QuietHours(
                        LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()), own);
            }
        } catch (DateTimeException malformed) {
            // Falls through: both ways of being wrong get the same answer.
        }
        throw new InvalidValueException(
                fields.name("quiet-hours"), text, "two times, such as 22:00-07:00");
    }

    private SecretUrl url(String field) {
        return SecretUrl.of(fields.name(field), fields.required(field));
    }

    private ChannelSecret secret(String field) {
        return new ChannelSecret(fields.required(field));
    }

    private @Nullable ChannelSecret secretOrNull(String field) {
        return fields.value(field).map(ChannelSecret::new).orElse(null);
    }
}
