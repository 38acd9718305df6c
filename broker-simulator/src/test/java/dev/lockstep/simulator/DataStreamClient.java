package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.msgpack.jackson.dataformat.MessagePackMapper;

/** Plain client of a market data stream. */
final class DataStreamClient implements WebSocket.Listener, AutoCloseable {
    private static final long TIMEOUT_SECONDS = 60;
    private static final ObjectMapper TEXT = new ObjectMapper();

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();
    private final boolean packed;
    private final WebSocket socket;

    DataStreamClient(Simulator simulator, String path, boolean packed) {
        this(simulator, path, packed, Map.of());
    }

    DataStreamClient(
            Simulator simulator, String path, boolean packed, Map<String, String> headers) {
        this.packed = packed;
        URI uri = URI.create(simulator.uri().toString().replace("http:", "ws:") + path);
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        if (packed) {
            builder.header("Content-Type", "application/msgpack");
        }
        socket = builder.buildAsync(uri, this).join();
        assertThat(next().get("msg").asText()).isEqualTo("connected");
    }

    static DataStreamClient authenticated(Simulator simulator, String path, boolean packed) {
        DataStreamClient client = new DataStreamClient(simulator, path, packed);
        client.send("{'action':'auth','key':'SIM-KEY','secret':'SIM-SECRET'}");
        assertThat(client.next().get("msg").asText()).isEqualTo("authenticated");
        return client;
    }

    void send(String message) {
        try {
            JsonNode json = TEXT.readTree(message.replace('\'', '"'));
            if (packed) {
                byte[] bytes = new MessagePackMapper().writeValueAsBytes(json);
                socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
            } else {
                socket.sendText(json.toString(), true).join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void sendBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    void sendRaw(String message) {
        socket.sendText(message, true).join();
    }

    /** Returns the next message, without its array. */
    JsonNode next() {
        try {
            JsonNode message = messages.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("message within %s s", TIMEOUT_SECONDS).isNotNull();
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the next message of a type. */
    JsonNode next(String type) {
        JsonNode message = next();
        while (!message.path("T").asText().equals(type)) {
            message = next();
        }
        return message;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            add(() -> TEXT.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            add(() -> new MessagePackMapper().readTree(binary.toByteArray()));
            binary.reset();
        }
        from.request(1);
        return null;
    }

    private interface Reading {
        JsonNode read() throws IOException;
    }

    private void add(Reading reading) {
        try {
            reading.read().forEach(messages::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
        pings.incrementAndGet();
        from.request(1);
        return null;
    }

    /** Returns the number of pings so far. */
    int pings() {
        return pings.get();
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        messages.add(TEXT.createObjectNode().put("T", "closed").put("msg", reason));
        return null;
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
