package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import dev.lockstep.gateway.alpaca.http.GatewayConfig;
import dev.lockstep.gateway.alpaca.http.GatewayServer;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trade updates over a WebSocket and as server-sent events. */
class StreamsOverHttpTest {
    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final String EVENTS = "/v2/events/trades";

    private final GatewayFixture fixture = new GatewayFixture();
    private final GatewayFixture.Bot bot = fixture.bot("trend", KeyView.STRATEGY);
    private final GatewayServer server =
            new GatewayServer(
                    new GatewayConfig("127.0.0.1", 0, Optional.empty()),
                    fixture.gateway(),
                    path -> {
                        throw new IllegalStateException("no stream " + path);
                    },
                    new FeedWaits(CommitHints.NONE, System::nanoTime),
                    time -> Thread.sleep(time.toMillis() / 10),
                    Thread.ofPlatform().daemon().factory(),
                    new SplittableRandom(7));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.shutdownNow();
        server.close();
    }

    private WebSocket connected(Client client) {
        URI uri = URI.create(server.address().replace("http:", "ws:") + "/stream");
        return http.newWebSocketBuilder().buildAsync(uri, client).join();
    }

    private HttpResponse<Stream<String>> events(String query) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + EVENTS + query))
                        .header("APCA-API-KEY-ID", bot.id())
                        .header("APCA-API-SECRET-KEY", bot.secret())
                        .timeout(BOUND)
                        .build();
        return http.send(request, BodyHandlers.ofLines());
    }

    /** The events of a response that ends. */
    private List<JsonNode> past(String query) throws Exception {
        try (Stream<String> lines = events(query).body()) {
            return lines.filter(line -> line.startsWith("data: "))
                    .map(line -> WireJson.tree(line.substring("data: ".length())).orElseThrow())
                    .toList();
        }
    }

    private void refused(String query, String message) throws Exception {
        HttpResponse<Stream<String>> response = events(query);
        assertThat(response.statusCode()).isEqualTo(422);
        try (Stream<String> lines = response.body()) {
            assertThat(lines.toList().toString()).contains(message);
        }
    }

    private void revoke() {
        fixture.keys().revoke(KeyKind.BOT, new KeyName("trend"), "ann");
    }

    @Test
    void a_quiet_stream_of_a_revoked_key_ends() throws Exception {
        Client client = new Client();
        WebSocket socket = connected(client);
        socket.sendText(
                        "{\"action\":\"auth\",\"key\":\""
                                + bot.id()
                                + "\",\"secret\":\""
                                + bot.secret()
                                + "\"}",
                        true)
                .join();
        assertThat(client.next()).contains("\"authorized\"");
        socket.sendText("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}", true)
                .join();
        assertThat(client.next()).contains("listening");

        revoke();

        assertThat(client.next()).isEqualTo("closed");
    }

    @Test
    void a_stream_without_credentials_ends() throws Exception {
        Client client = new Client();
        connected(client);
        assertThat(client.next()).isEqualTo("closed");
    }

    @Test
    void quiet_events_of_a_revoked_key_end() throws Exception {
        try (Stream<String> lines = events("").body()) {
            revoke();
            assertThat(lines.toList()).contains(":connected").noneMatch(line -> line.contains("{"));
        }
    }

    @Test
    void events_of_a_range_are_sent_and_the_response_ends() throws Exception {
        bot.buys("1");
        fixture.clock().pass(Duration.ofHours(1));
        String between = fixture.clock().instant().toString();
        fixture.clock().pass(Duration.ofHours(1));
        bot.buys("2");

        List<JsonNode> all = past("?since=2020-01-01&until=2100-01-01");
        String last = all.getLast().path("event_id").asText();
        String first = all.getFirst().path("event_id").asText();

        assertThat(names(all)).containsOnly("1", "2");
        assertThat(names(past("?since=2020-01-01&until=" + between))).containsOnly("1");
        assertThat(names(past("?since=" + between + "&until=2100-01-01"))).containsOnly("2");
        assertThat(past("?since_id=" + first + "&until_id=" + last))
                .isEqualTo(all.subList(1, all.size()));
        assertThat(past("?since_id=" + first.toLowerCase(Locale.ROOT) + "&until_id=" + first))
                .isEmpty();
    }

    private static List<String> names(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("order").path("client_order_id").asText())
                .toList();
    }

    @Test
    void parameters_that_are_invalid_or_exclude_each_other_are_refused() throws Exception {
        refused("?since_id=soon", "invalid since_id");
        refused("?since_id=" + "!".repeat(26), "invalid since_id");
        refused("?since=soon", "failed to parse since");
        refused("?until=2100-01-01", "until requires since");
        // An id of another server would otherwise be later than all events, and none would be sent.
        refused("?since_id=01HCMKX5YMRPN4V9XQ5CJ3BRDB", "invalid since_id");
    }

    /** Keeps the messages as text. */
    private static final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            String message = messages.poll(BOUND.toSeconds(), TimeUnit.SECONDS);
            assertThat(message).as("next message").isNotNull();
            return String.valueOf(message);
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket from, ByteBuffer data, boolean last) {
            messages.add(StandardCharsets.UTF_8.decode(data).toString());
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            messages.add("closed");
            return null;
        }
    }
}
