package dev.lockstep.simulator.server.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.alpaca.stream.DataChannel;
import dev.lockstep.alpaca.stream.DataError;
import dev.lockstep.alpaca.stream.DataStreamKind;
import dev.lockstep.alpaca.stream.StreamCredentials;
import dev.lockstep.alpaca.stream.StreamMessages;
import dev.lockstep.simulator.server.http.ConnectionReset;
import dev.lockstep.simulator.server.http.PatientConnection;
import dev.lockstep.simulator.server.venue.ApiKeyRegistry;
import dev.lockstep.simulator.server.venue.IdleTimer;
import dev.lockstep.simulator.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;

/**
 * Streams of market data: authentication by the handshake's headers or by message, and
 * subscription, as JSON or MessagePack.
 */
public final class DataStreamEndpoints {
    private static final String ACCOUNT = "data account";
    private static final String END_POINT = "data end point";
    private static final String KEY_SHOWN = "data key shown";
    private static final String PACKED = "packed";
    private static final String MESSAGE_PACK = "application/msgpack";
    private static final int MAX_STREAMS = 256;
    private static final long PING_EVERY_SECONDS = 15;
    private static final int POLICY_VIOLATION = 1008;
    private static final int TOO_MANY_REQUESTS = 429;

    private final StreamPlaces places = new StreamPlaces(MAX_STREAMS);
    private final DataStreamHub hub;
    private final ApiKeyRegistry keyring;
    private final IdleTimer activity;
    private final InstantSource clock;
    private final Json json;
    private final Json messagePack = Json.messagePack();

    public DataStreamEndpoints(
            DataStreamHub hub,
            ApiKeyRegistry keyring,
            IdleTimer activity,
            InstantSource clock,
            Json json) {
        this.hub = hub;
        this.keyring = keyring;
        this.activity = activity;
        this.clock = clock;
        this.json = json;
    }

    public void register(RoutesConfig routes) {
        register(routes, "/v2/iex", DataStreamKind.STOCKS);
        register(routes, "/v2/sip", DataStreamKind.STOCKS);
        register(routes, "/v1beta3/crypto/us", DataStreamKind.CRYPTO);
        // ccxt connects to the second version.
        register(routes, "/v1beta2/crypto", DataStreamKind.CRYPTO);
        register(routes, "/v1beta1/news", DataStreamKind.NEWS);
    }

    private void register(RoutesConfig routes, String path, DataStreamKind kind) {
        routes.wsBeforeUpgrade(path, this::handshake);
        routes.ws(path, ws -> configure(ws, kind));
    }

    private void handshake(Context request) {
        request.attribute(PACKED, MESSAGE_PACK.equalsIgnoreCase(request.contentType()));
        request.attribute(
                ACCOUNT,
                keyring.account(
                        request.header("APCA-API-KEY-ID"),
                        request.header("APCA-API-SECRET-KEY"),
                        request.header("Authorization")));
        request.attribute(KEY_SHOWN, StreamCredentials.shown(request::header));
        EndPoint endPoint = ConnectionReset.endPoint(request);
        request.attribute(END_POINT, endPoint);
        if (!(endPoint instanceof PatientConnection connection) || !places.take(connection)) {
            throw new HttpResponseException(TOO_MANY_REQUESTS, "connection limit exceeded");
        }
    }

    private void configure(WsConfig ws, DataStreamKind kind) {
        ws.onConnect(context -> connected(context, kind));
        ws.onMessage(
                context -> receive(context, context.message().getBytes(StandardCharsets.UTF_8)));
        ws.onBinaryMessage(context -> receive(context, bytes(context.data())));
        ws.onClose(this::forget);
        ws.onError(this::forget);
    }

    private void connected(WsContext context, DataStreamKind kind) {
        activity.streamOpened();
        boolean packed = Boolean.TRUE.equals(context.attribute(PACKED));
        Json coding = packed ? messagePack : json;
        DataSession session =
                new DataSession(
                        context.session,
                        Objects.requireNonNull(context.<EndPoint>attribute(END_POINT)),
                        kind,
                        coding,
                        packed,
                        clock.instant());
        hub.add(context.sessionId(), session);
        session.send(StreamMessages.success("connected"));
        Optional<String> account = Objects.requireNonNull(context.attribute(ACCOUNT));
        if (account.isPresent()) {
            authorize(context, session, account.get());
        } else if (Boolean.TRUE.equals(context.attribute(KEY_SHOWN))) {
            refuse(session, DataError.AUTH_FAILED);
        }
    }

    private void forget(WsContext context) {
        if (hub.remove(context.sessionId())) {
            activity.streamClosed();
        }
    }

    private void receive(WsContext context, byte[] bytes) {
        activity.touch();
        DataSession session = hub.get(context.sessionId());
        try {
            ObjectNode message = session.read(bytes);
            String action =
                    Objects.requireNonNullElse(new RequestFields(message).text("action"), "");
            switch (action) {
                case "auth" -> authenticate(context, session, message);
                case "subscribe", "unsubscribe" -> change(session, action, message);
                default -> session.send(DataError.INVALID_SYNTAX.message());
            }
        } catch (RefusedRequest unreadable) {
            session.send(DataError.INVALID_SYNTAX.message());
        }
    }

    private void authenticate(WsContext context, DataSession session, ObjectNode message) {
        if (session.account() != null) {
            session.send(DataError.ALREADY_AUTHENTICATED.message());
            return;
        }
        StreamCredentials given = StreamCredentials.forData(message);
        Optional<String> account =
                keyring.account(given.key(), given.secret())
                        .or(() -> keyring.bearer(given.bearer()));
        if (account.isEmpty()) {
            refuse(session, DataError.AUTH_FAILED);
            return;
        }
        authorize(context, session, account.get());
    }

    private void authorize(WsContext context, DataSession session, String account) {
        if (!hub.claim(session, account)) {
            refuse(session, DataError.CONNECTION_LIMIT_EXCEEDED);
            return;
        }
        context.enableAutomaticPings(PING_EVERY_SECONDS, TimeUnit.SECONDS);
        session.send(StreamMessages.success("authenticated"));
    }

    private static void change(DataSession session, String action, ObjectNode message) {
        if (session.account() == null) {
            session.send(DataError.NOT_AUTHENTICATED.message());
            return;
        }
        Map<DataChannel, Set<String>> requested = new EnumMap<>(DataChannel.class);
        for (DataChannel channel : DataChannel.values()) {
            JsonNode symbols = message.get(channel.wireName());
            if (symbols != null && !symbols.isNull()) {
                if (!session.kind().channels().contains(channel)) {
                    session.send(DataError.INVALID_SUBSCRIBE_ACTION.message());
                    return;
                }
                if (!isListOfTexts(symbols)) {
                    session.send(DataError.INVALID_SYNTAX.message());
                    return;
                }
                requested.put(channel, symbols(symbols));
            }
        }
        if (session.kind() == DataStreamKind.STOCKS && requested.containsKey(DataChannel.TRADES)) {
            // Corrections and cancels come with the trades.
            Set<String> traded = requested.get(DataChannel.TRADES);
            requested.putIfAbsent(DataChannel.CORRECTIONS, traded);
            requested.putIfAbsent(DataChannel.CANCEL_ERRORS, traded);
        }
        if (action.equals("unsubscribe")) {
            session.unsubscribe(requested);
        } else if (!session.subscribe(requested)) {
            session.send(DataError.SYMBOL_LIMIT_EXCEEDED.message());
            return;
        }
        session.send(session.subscriptions());
    }

    private static boolean isListOfTexts(JsonNode symbols) {
        return symbols.isArray() && symbols.valueStream().allMatch(JsonNode::isTextual);
    }

    private static Set<String> symbols(JsonNode array) {
        Set<String> symbols = new TreeSet<>();
        array.forEach(symbol -> symbols.add(symbol.asText()));
        return symbols;
    }

    private static void refuse(DataSession session, DataError error) {
        session.send(error.message());
        session.close(POLICY_VIOLATION, error.text());
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }
}
