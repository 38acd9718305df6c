package dev.lockstep.gateway.alpaca.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.stream.DataError;
import dev.lockstep.alpaca.stream.StreamCredentials;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.gateway.alpaca.access.BotAuthenticator;
import dev.lockstep.gateway.alpaca.data.BotDataStream;
import dev.lockstep.gateway.alpaca.data.DataFeeds;
import dev.lockstep.gateway.alpaca.data.DataFrame;
import dev.lockstep.gateway.alpaca.data.MarketFeed;
import dev.lockstep.gateway.alpaca.wire.PackedJson;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;

/**
 * The WebSockets of market data. Messages are JSON in text frames; a client whose handshake asks
 * for MessagePack gets that in binary ones.
 */
final class DataStreamEndpoint {
    private static final String MESSAGE_PACK = "application/msgpack";
    private static final String PACKED = "packed";
    private static final String KEY = "key";
    private static final String KEY_SHOWN = "key shown";
    private static final long PING_EVERY_SECONDS = 15;
    private static final int POLICY_VIOLATION = 1008;

    private final BotAuthenticator credentials;
    private final DataFeeds feeds;
    private final Map<String, BotDataStream> sessions = new ConcurrentHashMap<>();

    DataStreamEndpoint(BotAuthenticator credentials, DataFeeds feeds) {
        this.credentials = credentials;
        this.feeds = feeds;
    }

    void register(RoutesConfig routes) {
        for (MarketFeed feed : MarketFeed.values()) {
            for (String path : feed.paths()) {
                routes.wsBeforeUpgrade(path, this::handshake);
                routes.ws(path, ws -> configure(ws, feed));
            }
        }
    }

    private void handshake(Context request) {
        request.attribute(PACKED, MESSAGE_PACK.equalsIgnoreCase(request.contentType()));
        request.attribute(KEY, credentials.key(request::header));
        request.attribute(KEY_SHOWN, StreamCredentials.shown(request::header));
    }

    private void configure(WsConfig ws, MarketFeed feed) {
        ws.onConnect(context -> opened(context, feed));
        ws.onMessage(context -> receive(context, WireJson.tree(context.message())));
        ws.onBinaryMessage(context -> {
            ByteBuffer data = context.data();
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            receive(context, packed(context) ? PackedJson.tree(bytes) : WireJson.tree(bytes));
        });
        ws.onClose(this::closed);
        ws.onError(this::closed);
    }

    private void opened(WsContext context, MarketFeed feed) {
        Outlet out = new Outlet(context, packed(context));
        Optional<TradingKey> key = Objects.requireNonNull(context.attribute(KEY));
        boolean shown = Boolean.TRUE.equals(context.attribute(KEY_SHOWN));
        feeds.open(feed, key, shown, out)
                .ifPresentOrElse(
                        session -> sessions.put(context.sessionId(), session),
                        () -> {
                            out.send(DataFrame.of(DataError.CONNECTION_LIMIT_EXCEEDED), () -> {});
                            out.close(POLICY_VIOLATION, "connection limit exceeded");
                        });
        context.enableAutomaticPings(PING_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private static boolean packed(WsContext context) {
        return Boolean.TRUE.equals(context.attribute(PACKED));
    }

    private void receive(WsContext context, Optional<JsonNode> message) {
        BotDataStream session = sessions.get(context.sessionId());
        if (session != null) {
            session.receive(message.orElse(null) instanceof ObjectNode object ? object : null);
        }
    }

    private void closed(WsContext context) {
        BotDataStream session = sessions.remove(context.sessionId());
        if (session != null) {
            session.closed();
        }
    }

    /** Queues frames of a client; a client that cannot be written to is disconnected. */
    private record Outlet(WsContext context, boolean packed) implements BotDataStream.Outlet {
        @Override
        public void send(DataFrame frame, Runnable written) {
            Callback callback = Callback.from(written, _ -> context.session.disconnect());
            if (packed) {
                context.session.sendBinary(frame.packed(), callback);
            } else {
                context.session.sendText(frame.text(), callback);
            }
        }

        @Override
        public void close(int code, String reason) {
            context.session.close(code, reason, Callback.NOOP);
        }
    }
}
