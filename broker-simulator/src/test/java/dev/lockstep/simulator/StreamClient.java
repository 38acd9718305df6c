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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.msgpack.jackson.dataformat.MessagePackMapper;

/** Stream client that queues the received messages in order. */
final class StreamClient implements WebSocket.Listener, AutoCloseable {
    private static final long TIMEOUT_SECONDS = 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper coding;
    private final WebSocket socket;

    StreamClient(Simulator simulator) {
        this(simulator, new ObjectMapper(), "application/json");
    }

    private StreamClient(Simulator simulator, ObjectMapper coding, String contentType) {
        this.coding = coding;
        URI uri = URI.create(simulator.uri().toString().replace("http:", "ws:") + "/stream");
        socket =
                http.newWebSocketBuilder()
                        .header("Content-Type", contentType)
                        .buildAsync(uri, this)
                        .join();
    }

    /** Creates a client that uses MessagePack in both directions. */
    static StreamClient inMessagePack(Simulator simulator) {
        return new StreamClient(simulator, new MessagePackMapper(), "application/msgpack");
    }

    static StreamClient listening(Simulator simulator) {
        return listening(simulator, SimulatorConfig.DEFAULT_KEY);
    }

    static StreamClient listening(Simulator simulator, ApiKey key) {
        StreamClient client = new StreamClient(simulator);
        client.text(
                "{'action':'authenticate','data':{'key_id':'%s','secret_key':'%s'}}"
                        .formatted(key.id(), key.secret()));
        assertThat(client.next().at("/data/status").asText()).isEqualTo("authorized");
        client.text("{'action':'listen','data':{'streams':['trade_updates']}}");
        assertThat(client.next().get("stream").asText()).isEqualTo("listening");
        return client;
    }

    void text(String message) {
        socket.sendText(message.replace('\'', '"'), true).join();
    }

    void binary(String message) throws IOException {
        byte[] bytes = coding.writeValueAsBytes(MAPPER.readTree(message.replace('\'', '"')));
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    void bytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Connects as soon as the server has removed the previous stream. */
    static StreamClient reconnected(Simulator simulator) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (true) {
            try {
                return listening(simulator);
            } catch (CompletionException refused) {
                if (System.nanoTime() > deadline) {
                    throw refused;
                }
                Thread.onSpinWait();
            }
        }
    }

    /** Returns the next message. The end of the connection, closed or broken, is a text node. */
    JsonNode next() {
        try {
            @Nullable JsonNode message = messages.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message within " + TIMEOUT_SECONDS + " s");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String nextEvent() {
        return next().at("/data/event").asText();
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        partial.writeBytes(bytes);
        if (last) {
            try {
                messages.add(coding.readTree(partial.toByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            partial.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        messages.add(MAPPER.getNodeFactory().textNode("closed"));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        messages.add(MAPPER.getNodeFactory().textNode("broken"));
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
