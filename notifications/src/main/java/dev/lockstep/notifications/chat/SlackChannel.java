package dev.lockstep.notifications.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.notifications.config.ChannelConfig.Slack;
import dev.lockstep.notifications.connection.HttpSender;
import dev.lockstep.notifications.connection.Redaction;
import java.net.URI;
import java.util.Map;

/** Posts messages to an incoming webhook of Slack, with its three control characters escaped. */
public final class SlackChannel implements NotificationChannel {
    private static final int MAX_CHARS = 8_000;

    private final URI address;
    private final MessageText text;
    private final HttpSender http;
    private final Redaction redaction;

    public SlackChannel(Slack config, MessageText text, HttpSender http) {
        this.address = config.url().uri();
        this.text = text;
        this.http = http;
        this.redaction = Redaction.of(address);
    }

    @Override
    public DeliveryResult send(NotificationMessage message) {
        ObjectNode body = JsonBytes.object();
        body.put("text", escaped(text.whole(message, MAX_CHARS)));
        return http.post(address, JsonBytes.of(body), Map.of(), redaction);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
