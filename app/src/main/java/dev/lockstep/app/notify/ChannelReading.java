package dev.lockstep.app.notify;

import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.notifications.config.ChannelConfig;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.config.SecretUrl;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads a channel from its lines, to the last field: a mistake hides no other one. */
final class ChannelReading {
    private static final List<String> TYPES =
            List.of("webhook", "ntfy", "telegram", "discord", "slack", "email");

    private final ChannelFields fields;

    ChannelReading(ChannelFields fields) {
        this.fields = fields;
    }

    /**
     * Returns the channel; empty if a field is wrong, which is a problem of the fields. Which
     * fields are unknown depends on the type.
     *
     * @param zone the time zone of a channel that names none
     */
    Optional<ChannelSettings> channel(String name, ZoneId zone) {
        Optional<String> type = fields.required("type", ChannelReading::known);
        Optional<? extends ChannelConfig> config = type.flatMap(this::config);
        DeliveryRule rule = new RuleReading(fields, zone).rule();
        if (type.isPresent()) {
            fields.requireKnown();
        }
        return config.map(to -> new ChannelSettings(name, type.orElseThrow(), to, rule));
    }

    private static String known(String type) {
        if (!TYPES.contains(type)) {
            throw new InvalidValueException("type", type, String.join(", ", TYPES));
        }
        return type;
    }

    private Optional<? extends ChannelConfig> config(String type) {
        return switch (type) {
            case "webhook" -> webhook();
            case "ntfy" -> ntfy();
            case "telegram" -> telegram();
            case "discord" -> url("url").map(ChannelConfig.Discord::new);
            case "slack" -> url("url").map(ChannelConfig.Slack::new);
            case "email" -> new MailReading(fields).config();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private Optional<ChannelConfig> webhook() {
        Optional<SecretUrl> url = url("url");
        Optional<ChannelSecret> secret = fields.required("secret", ChannelSecret::new);
        return url.flatMap(to -> secret.map(by -> new ChannelConfig.Webhook(to, by)));
    }

    private Optional<ChannelConfig> ntfy() {
        Optional<SecretUrl> url = url("url");
        Optional<ChannelSecret> token = fields.parsed("token", ChannelSecret::new);
        return url.map(to -> new ChannelConfig.Ntfy(to, token.orElse(null)));
    }

    private Optional<ChannelConfig> telegram() {
        SecretUrl usual = SecretUrl.of("api", ChannelConfig.Telegram.API);
        SecretUrl api = fields.parsed("api", text -> SecretUrl.of("api", text)).orElse(usual);
        Optional<ChannelSecret> token = fields.required("token", ChannelSecret::new);
        Optional<String> chat = fields.required("chat", text -> text);
        return token.flatMap(by ->
                        fields.made(
                                "token",
                                () -> new ChannelConfig.Telegram(api, by, chat.orElse(""))))
                .filter(_ -> chat.isPresent())
                .map(ChannelConfig.class::cast);
    }

    private Optional<SecretUrl> url(String field) {
        return fields.required(field, text -> SecretUrl.of(field, text));
    }
}
