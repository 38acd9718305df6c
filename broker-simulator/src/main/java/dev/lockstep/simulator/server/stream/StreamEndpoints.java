package dev.lockstep.simulator.server.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/** Stream of order events: handshake, authentication and subscription, one stream per account. */
public final class StreamEndpoints {
    private static final String END_POINT = "end point";
    private static final String CODING = "coding";
    private static final String MESSAGE_PACK = "application/msgpack";

    /** Maximum number of streams, including those that are not authenticated yet. */
    public static final int MAX_STREAMS = 256;

    private static final long PING_EVERY_SECONDS = 15;
    private static final int POLICY_VIOLATION = 1008;
    private static final int TOO_MANY_REQUESTS = 429;

    private final StreamPlaces places = new StreamPlaces(MAX_STREAMS);
    private final StreamHub hub;
    private final ApiKeyRegistry keyring;
    private final IdleTimer activity;
    private final Json json;
    private final Json messagePack = Json.messagePack();

    public StreamEndpoints(StreamHub hub, ApiKeyRegistry keyring, IdleTimer activity, Json json) {
        this.hub = hub;
        this.keyring = keyring;
        this.activity = activity;
        this.json = json;
    }

    public void register(RoutesConfig routes) {
        routes.wsBeforeUpgrade("/stream", this::handshake);
        routes.ws("/stream", this::configure);
    }

    /**
     * Rejects a second stream of an account at the handshake, as Alpaca does. The account follows
     * from the key in the headers, or from being the only one.
     */
    private void handshake(Context request) {
        // The connection object stays the same when its protocol changes.
        EndPoint connection = ConnectionReset.endPoint(request);
        request.attribute(END_POINT, connection);
        request.attribute(CODING, coding(request.contentType()));
        Optional<String> account =
                keyring.account(
                                request.header("APCA-API-KEY-ID"),
                                request.header("APCA-API-SECRET-KEY"),
                                request.header("Authorization"))
                        .or(keyring::onlyAccount);
        if (account.filter(hub::taken).isPresent() || !placeFor(connection)) {
            throw new HttpResponseException(TOO_MANY_REQUESTS, "connection limit exceeded");
        }
    }

    private Json coding(@Nullable String contentType) {
        return MESSAGE_PACK.equalsIgnoreCase(contentType) ? messagePack : json;
    }

    private boolean placeFor(EndPoint connection) {
        return connection instanceof PatientConnection patient && places.take(patient);
    }

    private void configure(WsConfig ws) {
        ws.onConnect(context -> {
            activity.streamOpened();
            EndPoint endPoint = Objects.requireNonNull(context.attribute(END_POINT));
            Json coding = Objects.requireNonNull(context.attribute(CODING));
            hub.add(context.sessionId(), new StreamSession(context.session, endPoint, coding));
        });
        ws.onMessage(context -> receive(context, _ -> json.object(bytes(context.message()))));
        ws.onBinaryMessage(
                context -> receive(context, session -> session.read(bytes(context.data()))));
        ws.onClose(context -> forget(context));
        ws.onError(context -> forget(context));
    }

    private void forget(WsContext context) {
        if (hub.remove(context.sessionId())) {
            activity.streamClosed();
        }
    }

    private void receive(WsContext context, Function<StreamSession, ObjectNode> reading) {
        activity.touch();
        StreamSession session = hub.get(context.sessionId());
        try {
            ObjectNode message = reading.apply(session);
            switch (Objects.requireNonNullElse(new RequestFields(message).text("action"), "")) {
                case "authenticate", "auth" -> authenticate(context, session, message);
                case "listen" -> listen(session, message);
                default -> session.send(StreamMessages.error("invalid action"));
            }
        } catch (RefusedRequest unreadable) {
            session.send(StreamMessages.error("invalid syntax"));
        }
    }

    private void authenticate(WsContext context, StreamSession session, ObjectNode message) {
        StreamCredentials given = StreamCredentials.forUpdates(message);
        Optional<String> account =
                keyring.account(given.key(), given.secret())
                        .or(() -> keyring.bearer(given.bearer()));
        if (account.isEmpty()) {
            session.send(StreamMessages.authorization(false, "authenticate"));
            session.close(POLICY_VIOLATION, "unauthorized");
            return;
        }
        if (!hub.claim(session, account.get())) {
            session.send(StreamMessages.error("connection limit exceeded"));
            session.close(POLICY_VIOLATION, "connection limit exceeded");
            return;
        }
        // Pings detect dead clients and free their place. An unauthenticated client gets no pings,
        // so its idle timeout ends it.
        context.enableAutomaticPings(PING_EVERY_SECONDS, TimeUnit.SECONDS);
        session.send(StreamMessages.authorization(true, "authenticate"));
    }

    /** Replaces the subscription; unknown stream names are ignored. */
    private static void listen(StreamSession session, ObjectNode message) {
        if (session.account() == null) {
            session.send(StreamMessages.authorization(false, "listen"));
            return;
        }
        boolean requested = StreamMessages.listensToTradeUpdates(message);
        session.listen(requested);
        session.send(StreamMessages.listening(requested));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }
}
