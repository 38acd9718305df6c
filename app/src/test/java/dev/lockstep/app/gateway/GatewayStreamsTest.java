package dev.lockstep.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.loop.RunningLockstep;
import dev.lockstep.contracts.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bots stream market data through the gateway of a real process. */
@Tag("slow")
class GatewayStreamsTest {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final String AUTHENTICATED = "authenticated";

    @TempDir private Path temp;
    private final HttpClient http = HttpClient.newHttpClient();
    private RunningLockstep lockstep;
    private String gateway;
    private JsonNode key;

    @BeforeEach
    void open() throws IOException {
        lockstep = new RunningLockstep(temp);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gateway = "ws://127.0.0.1:" + free.getLocalPort();
        }
        lockstep.run("one", "--gateway-port", String.valueOf(URI.create(gateway).getPort()));
        lockstep.await("one", "gateway for bots on ");
        key = lockstep.answer("keys", "add", "trend");
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        lockstep.close();
    }

    private Stream bot() {
        Stream stream = new Stream(http, gateway + "/v2/iex");
        stream.authenticate(key.path("key").asText(), key.path("secret").asText());
        assertThat(stream.next("success").path("msg").asText()).isEqualTo("connected");
        assertThat(stream.next("success").path("msg").asText()).isEqualTo(AUTHENTICATED);
        return stream;
    }

    /** What the exchange, which takes one stream of a feed for an account, answers to another. */
    private String answerToAnother() {
        String exchange = lockstep.simulator().uri().toString().replace("http:", "ws:");
        try (Stream stream = new Stream(http, exchange + "/v2/iex")) {
            stream.authenticate("SIM-KEY", "SIM-SECRET");
            stream.next("success");
            return stream.next().path("msg").asText();
        }
    }

    private void awaitTrade(Stream stream, String price) {
        Eventually.within(
                BOUND,
                "a trade at " + price,
                () -> {
                    lockstep.simulator().setPrice("AAPL", new BigDecimal(price));
                    return stream.received("t").stream()
                            .anyMatch(trade ->
                                    trade.path("p").decimalValue().toString().equals(price));
                });
    }

    @Test
    void two_bots_share_the_one_stream_of_the_account_which_ends_with_the_last_bot() {
        Stream two = bot();
        try (Stream one = bot()) {
            one.send("{\"action\":\"subscribe\",\"trades\":[\"AAPL\"]}");
            two.send("{\"action\":\"subscribe\",\"trades\":[\"AAPL\"],\"quotes\":[\"AAPL\"]}");
            assertThat(one.next("subscription").path("trades").toString()).contains("AAPL");
            awaitTrade(one, "201.5");
            awaitTrade(two, "202.5");
            assertThat(answerToAnother()).isEqualTo("connection limit exceeded");
        }
        awaitTrade(two, "203.5");

        two.close();
        Eventually.within(
                BOUND, "the stream is free", () -> answerToAnother().equals(AUTHENTICATED));
    }

    /** A client of a stream. */
    private static final class Stream implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket socket;

        Stream(HttpClient http, String address) {
            socket = http.newWebSocketBuilder().buildAsync(URI.create(address), this).join();
        }

        void send(String message) {
            socket.sendText(message, true).join();
        }

        void authenticate(String key, String secret) {
            send(
                    JsonMapper.builder()
                            .build()
                            .createObjectNode()
                            .put("action", "auth")
                            .put("key", key)
                            .put("secret", secret)
                            .toString());
        }

        JsonNode next() {
            try {
                JsonNode message = messages.poll(BOUND.toSeconds(), TimeUnit.SECONDS);
                assertThat(message).as("next message").isNotNull();
                return message;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }

        JsonNode next(String type) {
            JsonNode message = next();
            while (!message.path("T").asText().equals(type)) {
                assertThat(message.path("T").asText()).as(message.toString()).isNotEqualTo("error");
                message = next();
            }
            return message;
        }

        /** The messages of a type that have arrived since the last call. */
        List<JsonNode> received(String type) {
            List<JsonNode> all = new ArrayList<>();
            messages.drainTo(all);
            return all.stream().filter(one -> one.path("T").asText().equals(type)).toList();
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    JsonMapper.builder().build().readTree(text.toString()).forEach(messages::add);
                } catch (IOException noJson) {
                    throw new UncheckedIOException(noJson);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
