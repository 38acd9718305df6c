package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers while the server with the orders is away. */
@Tag("slow")
class StoreAwayTest {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final int MANY = 100;

    @TempDir private Path home;

    private PostgresServer server;
    private ServedPlatform served;

    @BeforeEach
    void start() {
        server = PostgresServers.started(List.of("fsync=off"));
        served =
                new ServedPlatform(
                        ServedPlatform.Setup.in(home)
                                .withStore(server.newSchema())
                                .withToken("test-token-of-the-client"));
        assertThat(orders().status()).isEqualTo(200);
    }

    @AfterEach
    void close() throws IOException {
        served.close();
        server.close();
    }

    @Test
    @Timeout(240)
    void health_and_reads_name_a_server_that_is_stopped() throws Exception {
        server.stop();

        for (int i = 0; i < MANY; i++) {
            assertThat(orders().status()).isEqualTo(503);
        }
        ServedPlatform.Reply read = orders();
        assertThat(read.status()).isEqualTo(503);
        assertThat(read.header("Retry-After")).isEqualTo("1");
        assertThat(read.json().path("code").asText()).isEqualTo("store");
        assertThat(read.json().path("detail").asText())
                .contains("no connection to 127.0.0.1:" + server.port(), "check it")
                .doesNotContain("lockstep-readers", "request timed out");
        assertAwayInHealth();

        server.start();
        awaitBack();
    }

    @Test
    @Timeout(240)
    void an_order_that_cannot_be_stored_is_answered_as_not_sent() throws Exception {
        server.stop();

        ServedPlatform.Reply reply =
                served.post(
                        "/api/v1/orders",
                        "{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"1\"}",
                        "Idempotency-Key",
                        "one",
                        "Authorization",
                        "Bearer test-token-of-the-client");

        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.json().path("code").asText()).isEqualTo("not_stored");
        assertThat(reply.json().path("detail").asText()).startsWith("not sent");
        assertThat(served.simulator().orders()).isEmpty();
        server.start();
        awaitBack();
    }

    @Test
    @Timeout(240)
    void live_events_name_a_server_that_is_stopped_or_hangs_and_its_return() throws Exception {
        try (EventReader reader =
                served.listen("Authorization", "Bearer test-token-of-the-client")) {
            reader.next("status");

            server.stop();
            JsonNode stopped = reader.next(this::namesTheServer).json();
            assertThat(Instant.parse(stopped.path("since").asText())).isBefore(Instant.now());
            server.start();
            reader.next(StoreAwayTest::isBack);

            server.suspend();
            try {
                assertThat(reader.next("store").json().path("away").asBoolean()).isTrue();
            } finally {
                server.resume();
            }
            reader.next(StoreAwayTest::isBack);
        }
    }

    private boolean namesTheServer(EventReader.Event event) {
        return event.name().equals("store")
                && event.json().path("away").asBoolean()
                && event.json()
                        .path("text")
                        .asText()
                        .contains("no connection to 127.0.0.1:" + server.port());
    }

    private static boolean isBack(EventReader.Event event) {
        return event.name().equals("store") && !event.json().path("away").asBoolean(true);
    }

    @Test
    @Timeout(240)
    void health_is_answered_while_the_server_hangs() throws Exception {
        server.suspend();
        try {
            for (int i = 0; i < MANY; i++) {
                assertAwayInHealth();
            }
            assertThat(authorized("/metrics").text())
                    .contains("\nlockstep_healthy 0.0", "\nlockstep_trading_active NaN");
        } finally {
            server.resume();
        }
        awaitBack();
    }

    private void assertAwayInHealth() {
        ServedPlatform.Reply probe = served.get("/health");
        assertThat(probe.status()).isEqualTo(503);
        assertThat(probe.text()).isEqualTo("{\"healthy\":false,\"store\":\"away\"}");
        ServedPlatform.Reply reasons = authorized("/api/v1/health");
        assertThat(reasons.status()).isEqualTo(503);
        JsonNode body = reasons.json();
        assertThat(body.path("healthy").asBoolean(true)).isFalse();
        assertThat(body.path("problems").path(0).asText())
                .startsWith("the store is away: ")
                .doesNotContain("lockstep-readers");
        assertThat(body.path("tradingState").isNull()).isTrue();
        assertThat(body.path("unresolved").isNull()).isTrue();
    }

    private void awaitBack() {
        Eventually.within(BOUND, "reads work", () -> orders().status() == 200);
        Eventually.within(
                BOUND,
                "health is read",
                () -> served.get("/health").text().equals("{\"healthy\":true}"));
    }

    private ServedPlatform.Reply orders() {
        return authorized("/api/v1/orders");
    }

    private ServedPlatform.Reply authorized(String path) {
        return served.get(path, "Authorization", "Bearer test-token-of-the-client");
    }
}
