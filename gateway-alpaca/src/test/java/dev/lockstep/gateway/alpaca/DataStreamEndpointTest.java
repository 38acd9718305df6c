package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import dev.lockstep.gateway.alpaca.http.GatewayConfig;
import dev.lockstep.gateway.alpaca.http.GatewayServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.msgpack.jackson.dataformat.MessagePackMapper;

/** Streams of market data over real WebSockets. */
class DataStreamEndpointTest {
    private static final Duration BOUND = Duration.ofMinutes(1);

    private final GatewayFixture fixture = new GatewayFixture();
    private final GatewayFixture.Bot bot = fixture.bot("trend", KeyView.ACCOUNT);
    private final GatewayServer server =
            new GatewayServer(
                    new GatewayConfig("127.0.0.1", 0, Optional.empty()),
                    fixture.gateway(),
                    path -> {
                        throw new IllegalStateException("no stream " + path);
                    },
                    new FeedWaits(CommitHints.NONE, System::nanoTime),
                    Thread::sleep,
                    Thread.ofPlatform().daemon().factory(),
                    new SplittableRandom(7));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.shutdownNow();
        server.close();
    }

    private String credentials() {
        return "{\"action\":\"auth\",\"key\":\""
                + bot.id()
                + "\",\"secret\":\""
                + bot.secret()
                + "\"}";
    }

    @Test
    void a_bot_authenticates_by_message_and_subscribes_in_json() throws Exception {
        Client client = new Client();
        WebSocket socket = connected(client, http.newWebSocketBuilder(), "/v2/iex");
        // Before the greeting arrives, as clients may.
        socket.sendText(credentials(), true).join();
        assertThat(client.next()).isEqualTo("[{\"T\":\"success\",\"msg\":\"connected\"}]");
        assertThat(client.next()).isEqualTo("[{\"T\":\"success\",\"msg\":\"authenticated\"}]");
        socket.sendText("{\"action\":\"subscribe\",\"bars\":[\"AAPL\"]}", true).join();
        assertThat(client.next()).contains("\"T\":\"subscription\"", "\"bars\":[\"AAPL\"]");
    }

    @Test
    void a_bot_authenticates_by_its_handshake_and_subscribes_in_message_pack() throws Exception {
        Client client = new Client();
        WebSocket socket =
                connected(
                        client,
                        http.newWebSocketBuilder()
                                .header("Content-Type", "application/msgpack")
                                .header("APCA-API-KEY-ID", bot.id())
                                .header("APCA-API-SECRET-KEY", bot.secret()),
                        "/v1beta1/news");
        assertThat(client.next()).contains("connected");
        assertThat(client.next()).contains("authenticated");
        byte[] request =
                new MessagePackMapper()
                        .writeValueAsBytes(Map.of("action", "subscribe", "news", List.of("*")));
        socket.sendBinary(ByteBuffer.wrap(request), true).join();
        assertThat(client.next()).contains("\"news\":[\"*\"]");
        byte[] illegal = {(byte) 0xc1, (byte) 0xff, 0};
        socket.sendBinary(ByteBuffer.wrap(illegal), true).join();
        assertThat(client.next())
                .isEqualTo("[{\"T\":\"error\",\"code\":400,\"msg\":\"invalid syntax\"}]");
    }

    @Test
    void a_bot_whose_handshake_has_a_wrong_secret_is_refused_at_once() throws Exception {
        Client client = new Client();
        connected(
                client,
                http.newWebSocketBuilder()
                        .header("APCA-API-KEY-ID", bot.id())
                        .header("APCA-API-SECRET-KEY", "wrong"),
                "/v2/iex");
        assertThat(client.next()).contains("connected");
        assertThat(client.next())
                .isEqualTo("[{\"T\":\"error\",\"code\":402,\"msg\":\"auth failed\"}]");
    }

    private WebSocket connected(Client client, WebSocket.Builder builder, String path) {
        URI uri = URI.create(server.address().replace("http:", "ws:") + path);
        return builder.buildAsync(uri, client).join();
    }

    /** Keeps the messages as JSON. */
    private static final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            String message = messages.poll(BOUND.toSeconds(), TimeUnit.SECONDS);
            assertThat(message).as("next message").isNotNull();
            return String.valueOf(message);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            messages.add(data.toString());
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket from, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            messages.add(unpacked(bytes));
            from.request(1);
            return null;
        }

        private static String unpacked(byte[] bytes) {
            try {
                return new MessagePackMapper().readTree(bytes).toString();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
