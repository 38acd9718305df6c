package dev.lockstep.gateway.alpaca.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.gateway.alpaca.Gateway;
import dev.lockstep.gateway.alpaca.stream.BotUpdateStream;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster;
import dev.lockstep.gateway.alpaca.wire.PackedJson;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;

/**
 * The WebSocket of trade updates. Frames are binary, as the venue's; a client whose handshake asks
 * for MessagePack gets that.
 */
final class StreamEndpoint {
    private static final String MESSAGE_PACK = "application/msgpack";
    private static final String CODING = "coding";
    private static final int MAX_STREAMS = 1_024;
    private static final long PING_EVERY_SECONDS = 15;
    private static final int POLICY_VIOLATION = 1008;

    private final Gateway gateway;
    private final UpdateBroadcaster updates;
    private final Map<String, BotUpdateStream> sessions = new ConcurrentHashMap<>();

    StreamEndpoint(Gateway gateway, UpdateBroadcaster updates) {
        this.gateway = gateway;
        this.updates = updates;
    }

    /** Returns the open streams. */
    Collection<BotUpdateStream> open() {
        return sessions.values();
    }

    void register(RoutesConfig routes) {
        routes.wsBeforeUpgrade(
                "/stream",
                request ->
                        request.attribute(
                                CODING, MESSAGE_PACK.equalsIgnoreCase(request.contentType())));
        routes.ws("/stream", this::configure);
    }

    private void configure(WsConfig ws) {
        ws.onConnect(this::opened);
        ws.onMessage(context ->
                receive(context, context.message().getBytes(StandardCharsets.UTF_8), false));
        ws.onBinaryMessage(context -> {
            ByteBuffer data = context.data();
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            receive(context, bytes, packed(context));
        });
        ws.onClose(this::closed);
        ws.onError(this::closed);
    }

    private void opened(WsContext context) {
        if (sessions.size() >= MAX_STREAMS) {
            context.session.close(POLICY_VIOLATION, "connection limit exceeded", Callback.NOOP);
            return;
        }
        boolean packed = packed(context);
        Consumer<JsonNode> out = message -> send(context, message, packed);
        Runnable end = () -> context.session.close(POLICY_VIOLATION, "closed", Callback.NOOP);
        sessions.put(
                context.sessionId(),
                new BotUpdateStream(
                        gateway.authenticator(), updates, gateway.updateFormat(), out, end));
        context.enableAutomaticPings(PING_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private static boolean packed(WsContext context) {
        return Boolean.TRUE.equals(context.attribute(CODING));
    }

    private void receive(WsContext context, byte[] frame, boolean packed) {
        BotUpdateStream session = sessions.get(context.sessionId());
        if (session != null) {
            Optional<JsonNode> message = packed ? PackedJson.tree(frame) : WireJson.tree(frame);
            session.receive(message.orElse(null) instanceof ObjectNode object ? object : null);
        }
    }

    private void closed(WsContext context) {
        BotUpdateStream session = sessions.remove(context.sessionId());
        if (session != null) {
            session.closed();
        }
    }

    /** Queues a frame; a client whose queue is full is disconnected. */
    private static void send(WsContext context, JsonNode message, boolean packed) {
        ByteBuffer frame =
                ByteBuffer.wrap(packed ? PackedJson.bytes(message) : WireJson.bytes(message));
        context.session.sendBinary(
                frame, Callback.from(() -> {}, _ -> context.session.disconnect()));
    }
}
