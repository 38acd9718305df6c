package dev.lockstep.notifications.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.notifications.config.ChannelConfig.Telegram;
import dev.lockstep.notifications.connection.HttpSender;
import dev.lockstep.notifications.connection.Redaction;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Sends messages through a bot of Telegram. */
public final class TelegramChannel implements NotificationChannel {
    private static final int MAX_CHARS = 4_000;

    private final URI address;
    private final String chat;
    private final MessageText text;
    private final HttpSender http;
    private final Redaction redaction;

    public TelegramChannel(Telegram config, MessageText text, HttpSender http) {
        String token = config.token().value();
        String api = config.api().uri().toString().replaceAll("/+$", "");
        this.address = URI.create(api + "/bot" + token + "/sendMessage");
        this.chat = config.chat();
        this.text = text;
        this.http = http;
        this.redaction = new Redaction(List.of(token));
    }

    @Override
    public DeliveryResult send(NotificationMessage message) {
        ObjectNode body = JsonBytes.object();
        body.put("chat_id", chat);
        body.put("text", text.whole(message, MAX_CHARS));
        body.put("disable_notification", !message.urgent());
        body.putObject("link_preview_options").put("is_disabled", true);
        return http.post(address, JsonBytes.of(body), Map.of(), redaction);
    }
}
