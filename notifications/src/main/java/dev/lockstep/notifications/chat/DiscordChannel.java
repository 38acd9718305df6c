package dev.lockstep.notifications.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.notifications.config.ChannelConfig.Discord;
import dev.lockstep.notifications.connection.HttpSender;
import dev.lockstep.notifications.connection.Redaction;
import java.net.URI;
import java.util.Map;

/** Posts messages to a webhook of Discord; no text in them mentions members. */
public final class DiscordChannel implements NotificationChannel {
    private static final int MAX_CHARS = 1_900;

    private final URI address;
    private final MessageText text;
    private final HttpSender http;
    private final Redaction redaction;

    public DiscordChannel(Discord config, MessageText text, HttpSender http) {
        this.address = config.url().uri();
        this.text = text;
        this.http = http;
        this.redaction = Redaction.of(address);
    }

    @Override
    public DeliveryResult send(NotificationMessage message) {
        ObjectNode body = JsonBytes.object();
        body.put("content", text.whole(message, MAX_CHARS));
        body.putObject("allowed_mentions").putArray("parse");
        return http.post(address, JsonBytes.of(body), Map.of(), redaction);
    }
}
