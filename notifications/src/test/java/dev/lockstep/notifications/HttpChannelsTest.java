package dev.lockstep.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.DeliveryResult.Failed;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.notifications.config.ChannelConfig;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.config.SecretUrl;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The channels that send requests, against a real server. */
class HttpChannelsTest {
    private static final String SECRET = "hush-hush-hush";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_webhook_gets_signed_json_that_its_receiver_can_check() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());

        assertThat(Samples.open(webhook()).send(Samples.two()))
                .isEqualTo(new DeliveryResult.Delivered());

        RecordedRequest request = server.takeRequest();
        byte[] body = Objects.requireNonNull(request.getBody()).toByteArray();
        String[] signature = header(request, "Lockstep-Signature").split(",v1=", 2);
        String seconds = signature[0].substring("t=".length());
        assertThat(seconds).isEqualTo(String.valueOf(Samples.NOW.getEpochSecond()));
        assertThat(signature[1]).isEqualTo(hmac(seconds + ".", body));
        assertThat(header(request, "Lockstep-Id")).isEqualTo("t1-event-12..t1-record-7");
        JsonNode json = JsonMapper.builder().build().readTree(body);
        assertThat(json.path("source").asText()).isEqualTo("paper");
        assertThat(json.path("notifications"))
                .extracting(each -> each.path("id").asText())
                .containsExactly("t1-event-12", "t1-record-7");
        assertThat(json.at("/notifications/0/kind").asText()).isEqualTo("fill");
        assertThat(json.at("/notifications/0/at").asText()).isEqualTo("2026-01-05T14:30:00Z");
        assertThat(json.at("/notifications/0/fields/filledQty").asText()).isEqualTo("10");
    }

    @Test
    void ntfy_gets_topic_title_text_and_priority() throws Exception {
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().build());
        ChannelConfig config =
                new ChannelConfig.Ntfy(url("/lockstep-topic"), new ChannelSecret(SECRET));

        Samples.open(config).send(Samples.one());
        RecordedRequest request = server.takeRequest();
        Samples.open(config).send(Samples.two());

        assertThat(request.getTarget()).isEqualTo("/");
        assertThat(header(request, "Authorization")).isEqualTo("Bearer " + SECRET);
        JsonNode json = json(request);
        assertThat(json.path("topic").asText()).isEqualTo("lockstep-topic");
        assertThat(json.path("title").asText()).isEqualTo("[paper] Bought 10 AAPL at 189.5");
        assertThat(json.path("message").asText())
                .isEqualTo("strategy <trend> & co\n05 Jan 14:30:00\n(t1-event-12)");
        assertThat(json.path("priority").asInt()).isEqualTo(3);
        assertThat(json(server.takeRequest()).path("priority").asInt()).isEqualTo(4);
    }

    @Test
    void telegram_gets_text_and_chat() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        Samples.open(telegram()).send(Samples.two());

        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/bot" + SECRET + "/sendMessage");
        JsonNode json = json(request);
        assertThat(json.path("chat_id").asText()).isEqualTo("42");
        assertThat(json.path("disable_notification").asBoolean()).isFalse();
        assertThat(json.path("text").asText())
                .isEqualTo(
                        """
                        [paper] 2 notifications
                        05 Jan 14:30:00 Bought 10 AAPL at 189.5: strategy <trend> & co
                        05 Jan 14:30:00 Trading halted by ann
                        (t1-event-12..t1-record-7)\
                        """);
    }

    @Test
    void discord_and_slack_get_their_own_shape() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());
        server.enqueue(new MockResponse.Builder().build());

        Samples.open(new ChannelConfig.Discord(url("/api/webhooks/1/" + SECRET)))
                .send(Samples.one());
        Samples.open(new ChannelConfig.Slack(url("/services/T/B/" + SECRET))).send(Samples.one());

        JsonNode discord = json(server.takeRequest());
        assertThat(discord.path("content").asText()).contains("strategy <trend> & co");
        assertThat(discord.path("allowed_mentions").path("parse").isEmpty()).isTrue();
        assertThat(json(server.takeRequest()).path("text").asText())
                .contains("strategy &lt;trend&gt; &amp; co");
    }

    static Stream<String> types() {
        return Stream.of("webhook", "ntfy", "telegram", "discord", "slack");
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_refusal_is_a_failure_whose_reason_has_no_secret(String type) {
        ChannelConfig config = config(type);
        server.enqueue(
                new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "7")
                        .body("{\"description\": \"slow down, /x/" + SECRET + "\n" + SECRET + "\"}")
                        .build());

        Failed failed = Samples.failed(Samples.open(config).send(Samples.one()));

        assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(failed.why()).startsWith("HTTP 429").contains("slow down");
        assertThat(failed.toString() + config).doesNotContain(SECRET).doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_server_that_is_away_is_a_failure_without_a_secret(String type) throws IOException {
        ChannelConfig config;
        try (ServerSocket away = new ServerSocket(0)) {
            config = config(type, "http://127.0.0.1:" + away.getLocalPort());
        }

        Failed failed = Samples.failed(Samples.open(config).send(Samples.one()));

        assertThat(failed.why()).contains("ailed to connect").doesNotContain("Exception");
        assertThat(failed.toString()).doesNotContain(SECRET);
    }

    @Test
    void a_redirect_is_not_followed() {
        server.enqueue(
                new MockResponse.Builder().code(302).addHeader("Location", "/elsewhere").build());

        assertThat(Samples.failed(Samples.open(webhook()).send(Samples.one())).why())
                .startsWith("HTTP 302");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_long_text_is_cut_and_keeps_its_id() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());

        Samples.open(new ChannelConfig.Discord(url("/api/webhooks/1/" + SECRET)))
                .send(
                        NotificationMessage.of(
                                List.of(
                                        new Notification(
                                                "t1-event-1",
                                                NotificationKind.FILL,
                                                Samples.NOW,
                                                "title",
                                                "🙂".repeat(990),
                                                Map.of()))));

        String text = json(server.takeRequest()).path("content").asText();
        assertThat(text.length()).isBetween(1_890, 1_900);
        assertThat(text).endsWith("🙂…\n(t1-event-1)");
    }

    @Test
    void a_ping_is_a_request() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        assertThat(Samples.channels().ping(url("/ping/" + SECRET)))
                .isEqualTo(new DeliveryResult.Delivered());
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
    }

    private ChannelConfig config(String type) {
        return config(type, "http://127.0.0.1:" + server.getPort());
    }

    private static ChannelConfig config(String type, String base) {
        SecretUrl url = SecretUrl.of("url", base + "/x/" + SECRET);
        return switch (type) {
            case "webhook" -> new ChannelConfig.Webhook(url, new ChannelSecret(SECRET));
            case "ntfy" -> new ChannelConfig.Ntfy(url, new ChannelSecret(SECRET));
            case "telegram" ->
                    new ChannelConfig.Telegram(
                            SecretUrl.of("api", base), new ChannelSecret(SECRET), "42");
            case "discord" -> new ChannelConfig.Discord(url);
            default -> new ChannelConfig.Slack(url);
        };
    }

    private ChannelConfig webhook() {
        return config("webhook");
    }

    private ChannelConfig telegram() {
        return config("telegram");
    }

    private SecretUrl url(String path) {
        return SecretUrl.of("url", "http://127.0.0.1:" + server.getPort() + path);
    }

    private static String header(RecordedRequest request, String name) {
        return Objects.requireNonNull(request.getHeaders().get(name), name);
    }

    private static JsonNode json(RecordedRequest request) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Objects.requireNonNull(request.getBody()).toByteArray());
    }

    /** What docs/notifications.md tells a receiver to compute. */
    private static String hmac(String prefix, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update(prefix.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
