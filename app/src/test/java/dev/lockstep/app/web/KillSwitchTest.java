package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A halt that also cancels every order and closes every position, over HTTP. */
@Tag("slow")
class KillSwitchTest {
    private static final String HALT = "/api/v1/trading/halt";
    private static final String ONE_PASS =
            """
            {"reason":"news","flatten":true,"waitSeconds":"0"}\
            """;

    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @BeforeEach
    void hold() {
        order("{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"3\"}");
        served.post("/api/v1/sync", "");
    }

    @AfterEach
    void resume() {
        plan("{}");
        flat();
        assertThat(served.post("/api/v1/trading/resume", "{\"reason\":\"over\"}").status())
                .isEqualTo(200);
    }

    @Test
    void every_order_is_canceled_and_every_position_closed_and_each_is_told() {
        String resting = rest("MSFT");

        JsonNode halted = flat();

        assertThat(halted.path("state").asText()).isEqualTo("halted");
        assertThat(halted.path("canceled")).hasSize(1);
        assertThat(halted.at("/canceled/0/name").asText()).isEqualTo(resting);
        assertThat(halted.at("/canceled/0/result").asText()).isEqualTo("requested");
        assertThat(halted.path("externalOrders").asInt(-1)).isZero();
        assertThat(halted.path("closing")).hasSize(1);
        assertThat(halted.at("/closing/0/symbol").asText()).isEqualTo("AAPL");
        assertThat(halted.at("/closing/0/result").asText()).isEqualTo("closing");
        assertThat(halted.at("/closing/0/order/status").asText()).isEqualTo("filled");
        assertThat(halted.path("left").isArray()).isTrue();
        assertThat(halted.path("left")).isEmpty();
        assertThat(halted.path("flat").asBoolean()).isTrue();
        assertThat(halted.path("text").asText()).isEmpty();
        assertThat(served.tradingPlatform().broker().positions().toString()).doesNotContain("AAPL");
    }

    @Test
    void a_position_that_cannot_be_closed_yet_is_told_as_left_until_it_can() {
        String stuck = rest("AAPL");
        plan("{\"stuck_cancels\":[\"AAPL\"]}");

        ServedPlatform.Reply reply = served.post(HALT, ONE_PASS);

        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(reply.json().path("flat").asBoolean(true)).isFalse();
        assertThat(reply.json().path("closing")).isEmpty();
        assertThat(reply.json().at("/left/0/symbol").asText()).isEqualTo("AAPL");
        assertThat(reply.json().at("/left/0/result").asText()).isEqualTo("waiting");
        assertThat(reply.json().at("/left/0/text").asText()).contains(stuck);

        plan("{}");
        assertThat(flat().at("/closing/0/symbol").asText()).isEqualTo("AAPL");
    }

    @Test
    void a_close_that_the_broker_refuses_is_told_in_its_words_and_not_as_done() {
        plan("{\"halted\":[\"AAPL\"]}");

        ServedPlatform.Reply reply = served.post(HALT, ONE_PASS);

        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(reply.json().path("flat").asBoolean(true)).isFalse();
        assertThat(reply.json().at("/closing/0/result").asText()).isEqualTo("not_closed");
        assertThat(reply.json().at("/closing/0/text").asText()).contains("not tradable");
    }

    @Test
    void without_the_brokers_word_trading_is_halted_and_what_is_left_is_not_known() {
        plan(
                """
                {"rules":[{"target":"* /v2/*","fault":"error_before","status":403}]}\
                """);

        ServedPlatform.Reply reply = served.post(HALT, ONE_PASS);

        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        JsonNode halted = reply.json();
        assertThat(halted.path("state").asText()).isEqualTo("halted");
        assertThat(halted.path("externalOrders").isNull()).isTrue();
        assertThat(halted.path("left").isNull()).isTrue();
        assertThat(halted.path("flat").asBoolean(true)).isFalse();
        assertThat(halted.path("text").asText()).startsWith("broker: ");
        assertThat(state()).isEqualTo("halted");
    }

    /** So many tries has one question; then the pass has failed. */
    @Test
    void a_broker_that_answers_again_within_the_wait_is_asked_again() {
        plan(
                """
                {"rules":[{"target":"GET /v2/positions","fault":"error_before","times":4}]}\
                """);

        assertThat(flat().at("/closing/0/symbol").asText()).isEqualTo("AAPL");
    }

    @Test
    void a_wait_that_cannot_be_is_refused_and_nothing_is_halted() {
        for (String wait : new String[] {"-1", "31", "soon"}) {
            ServedPlatform.Reply refused =
                    served.post(HALT, "{\"reason\":\"news\",\"waitSeconds\":\"" + wait + "\"}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("field").asText()).isEqualTo("waitSeconds");
        }
        assertThat(state()).isEqualTo("active");
    }

    private static JsonNode flat() {
        ServedPlatform.Reply reply = served.post(HALT, "{\"reason\":\"news\",\"flatten\":true}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String state() {
        return served.get("/api/v1/risk").json().path("state").asText();
    }

    private static void plan(String json) {
        assertThat(served.send("PUT", "/api/v1/simulator/faults", json).status()).isEqualTo(200);
    }

    private static String rest(String symbol) {
        return order(
                """
                {"symbol":"%s","side":"buy","qty":"5","type":"limit","limitPrice":"1",\
                "timeInForce":"gtc"}\
                """
                        .formatted(symbol));
    }

    private static String order(String body) {
        ServedPlatform.Reply reply = served.order(body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().at("/order/id").asText();
    }
}
