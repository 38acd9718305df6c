package dev.lockstep.notifications.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.notifications.config.ChannelConfig.Webhook;
import dev.lockstep.notifications.connection.HttpSender;
import dev.lockstep.notifications.connection.Redaction;
import java.time.InstantSource;
import java.util.Map;

/** Posts messages as signed JSON to a program of the operator. */
public final class WebhookChannel implements NotificationChannel {
    private static final String ID = "Lockstep-Id";
    private static final String SIGNATURE = "Lockstep-Signature";

    private final Webhook config;
    private final String label;
    private final HttpSender http;
    private final InstantSource clock;
    private final Redaction redaction;

    public WebhookChannel(Webhook config, String label, HttpSender http, InstantSource clock) {
        this.config = config;
        this.label = label;
        this.http = http;
        this.clock = clock;
        this.redaction = Redaction.of(config.url().uri(), config.secret().value());
    }

    @Override
    public DeliveryResult send(NotificationMessage message) {
        byte[] body = JsonBytes.of(json(message));
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers =
                Map.of(
                        ID,
                        message.id(),
                        SIGNATURE,
                        Signature.header(config.secret().value(), seconds, body));
        return http.post(config.url().uri(), body, headers, redaction);
    }

    private ObjectNode json(NotificationMessage message) {
        ObjectNode body = JsonBytes.object();
        body.put("id", message.id());
        body.put("source", label);
        ArrayNode all = body.putArray("notifications");
        message.notifications().forEach(each -> add(all.addObject(), each));
        return body;
    }

    private static void add(ObjectNode json, Notification notification) {
        json.put("id", notification.id());
        json.put("kind", notification.kind().word());
        json.put("at", notification.at().toString());
        json.put("title", notification.title());
        json.put("text", notification.text());
        ObjectNode fields = json.putObject("fields");
        notification.fields().forEach(fields::put);
    }
}
