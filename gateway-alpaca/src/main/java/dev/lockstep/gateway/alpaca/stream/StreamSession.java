package dev.lockstep.gateway.alpaca.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.gateway.alpaca.access.Authenticator;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster.UpdateListener;
import dev.lockstep.gateway.alpaca.wire.RefusedRequest;
import dev.lockstep.gateway.alpaca.wire.RequestFields;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of one stream: authentication, subscription, updates. Independent of the web server
 * and of the coding of frames. Thread-safe.
 */
public final class StreamSession implements UpdateListener {
    private static final String TRADE_UPDATES = "trade_updates";

    private final Authenticator credentials;
    private final UpdateBroadcaster updates;
    private final UpdateJson format;
    private final Consumer<JsonNode> out;
    private final Runnable end;
    private volatile @Nullable TradingKey key;
    private boolean listening;

    /**
     * Creates the session of an open stream.
     *
     * @param out sends a message, without blocking
     * @param end closes the stream
     */
    public StreamSession(
            Authenticator credentials,
            UpdateBroadcaster updates,
            UpdateJson format,
            Consumer<JsonNode> out,
            Runnable end) {
        this.credentials = credentials;
        this.updates = updates;
        this.format = format;
        this.out = out;
        this.end = end;
    }

    /** Handles a message of the client; null if it is not an object. */
    public void receive(@Nullable ObjectNode message) {
        if (message == null) {
            out.accept(error("invalid syntax"));
            return;
        }
        try {
            String action = new RequestFields(message).text("action");
            switch (action == null ? "" : action) {
                case "authenticate", "auth" -> authenticate(message);
                case "listen" -> listen(message);
                default -> out.accept(error("invalid action"));
            }
        } catch (RefusedRequest unreadable) {
            out.accept(error("invalid syntax"));
        }
    }

    /** Ends the subscription. */
    public void closed() {
        updates.leave(this);
    }

    @Override
    public void accept(TradeUpdate update) {
        TradingKey owner = key;
        if (owner == null) {
            return;
        }
        if (!credentials.stillValid(owner)) {
            key = null;
            end.run();
            return;
        }
        format.of(owner, update)
                .ifPresent(data -> {
                    ObjectNode message = WireJson.object().put("stream", TRADE_UPDATES);
                    message.set("data", data);
                    out.accept(message);
                });
    }

    private void authenticate(ObjectNode message) {
        RequestFields data = new RequestFields(message).in("data");
        RequestFields flat = new RequestFields(message);
        String id = data.text("key_id");
        String secret = data.text("secret_key");
        Optional<TradingKey> found =
                credentials
                        .key(
                                id == null ? flat.text("key") : id,
                                secret == null ? flat.text("secret") : secret)
                        .or(() -> credentials.bearer(data.text("oauth_token")));
        key = found.orElse(null);
        out.accept(
                authorization(found.isPresent() ? "authorized" : "unauthorized", "authenticate"));
        if (found.isEmpty()) {
            end.run();
        }
    }

    /** Replaces the subscription; other streams are ignored. */
    private synchronized void listen(ObjectNode message) {
        if (key == null) {
            out.accept(authorization("unauthorized", "listen"));
            return;
        }
        boolean requested = false;
        for (JsonNode stream : message.path("data").path("streams")) {
            requested |= TRADE_UPDATES.equals(stream.asText());
        }
        ObjectNode answer = WireJson.object().put("stream", "listening");
        ObjectNode data = answer.putObject("data");
        if (requested) {
            data.putArray("streams").add(TRADE_UPDATES);
        } else {
            data.putArray("streams");
        }
        out.accept(answer);
        subscribe(requested);
    }

    private void subscribe(boolean requested) {
        if (requested && !listening && !updates.join(this)) {
            out.accept(error("connection limit exceeded"));
            end.run();
            return;
        }
        if (!requested && listening) {
            updates.leave(this);
        }
        listening = requested;
    }

    private static ObjectNode authorization(String status, String action) {
        ObjectNode answer = WireJson.object().put("stream", "authorization");
        answer.putObject("data").put("status", status).put("action", action);
        return answer;
    }

    private static ObjectNode error(String message) {
        ObjectNode answer = WireJson.object().put("action", "error");
        answer.putObject("data").put("error_message", message);
        return answer;
    }
}
