package dev.lockstep.app.notify;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.notifications.config.ChannelConfig;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.config.MailServerConfig;
import dev.lockstep.notifications.config.MailServerConfig.Encryption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where a channel of email sends. */
final class MailReading {
    private static final int TLS_PORT = 465;
    private static final int STARTTLS_PORT = 587;
    private static final int PLAIN_PORT = 25;

    private final ChannelFields fields;

    MailReading(ChannelFields fields) {
        this.fields = fields;
    }

    /** Returns where the channel sends; empty if a field is missing or wrong. */
    Optional<ChannelConfig> config() {
        Optional<String> host = fields.required("host", text -> text);
        Encryption encryption =
                fields.parsed("encryption", MailReading::encryption).orElse(Encryption.TLS);
        int port = fields.parsed("port", MailReading::port).orElse(usualPort(encryption));
        Optional<MailServerConfig> server = server(host.orElse(""), port, encryption);
        Optional<String> from = fields.required("from", text -> text);
        Optional<List<String>> to = fields.required("to", MailReading::addresses);
        return host.isEmpty()
                ? Optional.empty()
                : server.flatMap(by ->
                        from.flatMap(
                                sender -> to.map(all -> new ChannelConfig.Email(by, sender, all))));
    }

    private Optional<MailServerConfig> server(String host, int port, Encryption encryption) {
        @Nullable String user = fields.value("user").orElse(null);
        boolean given = fields.value("password").isPresent();
        Optional<ChannelSecret> password = fields.parsed("password", ChannelSecret::new);
        return given && password.isEmpty()
                ? Optional.empty()
                : fields.made(
                        "user",
                        () ->
                                new MailServerConfig(
                                        host, port, encryption, user, password.orElse(null)));
    }

    private static int usualPort(Encryption encryption) {
        return switch (encryption) {
            case TLS -> TLS_PORT;
            case STARTTLS -> STARTTLS_PORT;
            case NONE -> PLAIN_PORT;
        };
    }

    private static int port(String text) {
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > MailServerConfig.MAX_PORT) {
            throw new InvalidValueException("port", text, "1 to " + MailServerConfig.MAX_PORT);
        }
        return Integer.parseInt(text);
    }

    private static Encryption encryption(String text) {
        return EnumSet.allOf(Encryption.class).stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidValueException("encryption", text, "tls, starttls, none"));
    }

    private static List<String> addresses(String text) {
        List<String> all =
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
        if (all.isEmpty()) {
            throw new InvalidValueException("to", text, "at least one address");
        }
        return all;
    }
}
