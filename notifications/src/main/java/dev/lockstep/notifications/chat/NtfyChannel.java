package dev.lockstep.notifications.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.notifications.config.ChannelConfig.Ntfy;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.connection.HttpSender;
import dev.lockstep.notifications.connection.Redaction;
import java.net.URI;
import java.util.Map;

/** Publishes messages to a topic of an ntfy server. */
public final class NtfyChannel implements NotificationChannel {
    private static final int MAX_CHARS = 3_500;
    private static final int HIGH = 4;
    private static final int DEFAULT = 3;

    private final URI server;
    private final String topic;
    private final Map<String, String> headers;
    private final MessageText text;
    private final HttpSender http;
    private final Redaction redaction;

    public NtfyChannel(Ntfy config, MessageText text, HttpSender http) {
        String url = config.url().uri().toString();
        int slash = url.lastIndexOf('/');
        ChannelSecret token = config.token();
        this.server = URI.create(url.substring(0, slash + 1));
        this.topic = url.substring(slash + 1);
        this.headers =
                token == null ? Map.of() : Map.of("Authorization", "Bearer " + token.value());
        this.text = text;
        this.http = http;
        this.redaction =
                token == null
                        ? Redaction.of(config.url().uri(), topic)
                        : Redaction.of(config.url().uri(), topic, token.value());
    }

    @Override
    public DeliveryResult send(NotificationMessage message) {
        ObjectNode body = JsonBytes.object();
        body.put("topic", topic);
        body.put("title", text.title(message));
        body.put("message", text.body(message, MAX_CHARS));
        body.put("priority", message.urgent() ? HIGH : DEFAULT);
        return http.post(server, JsonBytes.of(body), headers, redaction);
    }
}
