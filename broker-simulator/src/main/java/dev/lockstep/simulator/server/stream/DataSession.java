package dev.lockstep.simulator.server.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.stream.DataChannel;
import dev.lockstep.alpaca.stream.DataStreamKind;
import dev.lockstep.simulator.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One client's market data stream with its subscriptions. Thread-safe. */
final class DataSession {
    /** Subscribes to every symbol. */
    static final String EVERY = "*";

    /** Maximum number of subscribed symbols of all channels together. */
    static final int MAX_SYMBOLS = 1_000;

    private final Session session;
    private final EndPoint endPoint;
    private final DataStreamKind kind;
    private final Json coding;
    private final boolean binary;
    private final Instant openedAt;
    private final Map<DataChannel, Set<String>> subscribed = new EnumMap<>(DataChannel.class);
    private @Nullable String account;

    /**
     * Creates the session of an open stream.
     *
     * @param endPoint the underlying connection
     * @param coding the format of the messages
     * @param binary whether messages are binary frames, as those of MessagePack are
     */
    DataSession(
            Session session,
            EndPoint endPoint,
            DataStreamKind kind,
            Json coding,
            boolean binary,
            Instant openedAt) {
        this.session = session;
        this.endPoint = endPoint;
        this.kind = kind;
        this.coding = coding;
        this.binary = binary;
        this.openedAt = openedAt;
    }

    /** Returns the check that this client has read all messages. */
    ReadCheck readCheck() {
        return new ReadCheck(session, endPoint);
    }

    DataStreamKind kind() {
        return kind;
    }

    Instant openedAt() {
        return openedAt;
    }

    synchronized @Nullable String account() {
        return account;
    }

    synchronized void authorize(String owner) {
        account = owner;
    }

    ObjectNode read(byte[] message) {
        return coding.object(message);
    }

    /** Returns whether a symbol is subscribed to on a channel. */
    synchronized boolean wants(DataChannel channel, String symbol) {
        Set<String> symbols = subscribed.getOrDefault(channel, Set.of());
        return symbols.contains(symbol) || symbols.contains(EVERY);
    }

    /** Returns whether anything is subscribed to on a channel. */
    synchronized boolean wants(DataChannel channel) {
        return !subscribed.getOrDefault(channel, Set.of()).isEmpty();
    }

    /** Returns whether anything is subscribed to. */
    synchronized boolean subscribed() {
        return subscribed.values().stream().anyMatch(symbols -> !symbols.isEmpty());
    }

    /** Returns the subscribed symbols of all channels. */
    synchronized Set<String> symbols() {
        Set<String> symbols = new TreeSet<>();
        subscribed.values().forEach(symbols::addAll);
        symbols.remove(EVERY);
        return symbols;
    }

    /** Adds symbols; returns false, and changes nothing, if they are too many. */
    synchronized boolean subscribe(Map<DataChannel, Set<String>> more) {
        int count = subscribed.values().stream().mapToInt(Set::size).sum();
        int added = more.values().stream().mapToInt(Set::size).sum();
        if (count + added > MAX_SYMBOLS) {
            return false;
        }
        more.forEach((channel, symbols) ->
                subscribed.computeIfAbsent(channel, _ -> new TreeSet<>()).addAll(symbols));
        return true;
    }

    synchronized void unsubscribe(Map<DataChannel, Set<String>> fewer) {
        fewer.forEach((channel, symbols) ->
                subscribed.computeIfPresent(
                        channel,
                        (_, now) -> {
                            now.removeAll(symbols);
                            return now;
                        }));
    }

    /** Returns the message that lists all subscriptions. */
    synchronized ObjectNode subscriptions() {
        ObjectNode message = Json.object().put("T", "subscription");
        for (DataChannel channel : kind.channels()) {
            ArrayNode symbols = message.putArray(channel.wireName());
            subscribed.getOrDefault(channel, Set.of()).forEach(symbols::add);
        }
        return message;
    }

    /** Sends a message, alone in its array. Jetty disconnects a client that is too slow. */
    void send(JsonNode message) {
        byte[] bytes = coding.bytes(Json.array().add(message));
        Callback callback = Callback.from(() -> {}, _ -> session.disconnect());
        if (binary) {
            session.sendBinary(ByteBuffer.wrap(bytes), callback);
        } else {
            session.sendText(new String(bytes, StandardCharsets.UTF_8), callback);
        }
    }

    void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }
}
