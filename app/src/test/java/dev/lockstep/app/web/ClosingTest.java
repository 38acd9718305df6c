package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.contracts.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions that several strategies hold together, closed over HTTP. */
class ClosingTest {
    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home));
        bought("3", "trend");
        bought("5", "other");
        assertThat(served.post("/api/v1/sync", "").status()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void a_strategy_closes_what_it_holds_and_no_more() {
        ServedPlatform.Reply reply =
                served.post("/api/v1/positions/AAPL/close", "{\"strategy\":\"trend\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode order = reply.json().path("order");
        assertThat(order.path("side").asText()).isEqualTo("sell");
        assertThat(order.path("qty").asText()).isEqualTo("3");
        assertThat(order.path("strategy").asText()).isEqualTo("trend");
    }

    @Test
    void a_name_that_is_none_is_told_by_its_field() {
        ServedPlatform.Reply reply =
                served.post("/api/v1/positions/AAPL/close", "{\"strategy\":\"a b\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.text()).contains("strategy").contains("a b");
    }

    @Test
    void a_strategy_that_no_order_limit_or_key_names_is_named_as_unknown() {
        ServedPlatform.Reply close =
                served.post("/api/v1/positions/AAPL/close", "{\"strategy\":\"tremd\"}");
        ServedPlatform.Reply limit =
                served.send(
                        "DELETE",
                        "/api/v1/strategies/nope/limits/capital-budget",
                        "{\"reason\":\"a test\"}");

        assertThat(close.status()).as(close.text()).isEqualTo(400);
        assertThat(close.json().path("detail").asText())
                .isEqualTo("strategy: tremd (expected: trend?)");
        assertThat(limit.status()).as(limit.text()).isEqualTo(400);
        assertThat(limit.json().path("detail").asText())
                .isEqualTo("strategy: nope (expected: a strategy with orders, limits or a key)");
    }

    @Test
    void a_close_at_a_limit_takes_the_shares_of_a_resting_stop_and_rests() {
        bought("4", "KO", null);
        served.post("/api/v1/sync", "");
        ServedPlatform.Reply stop =
                served.order(
                        "{\"symbol\":\"KO\",\"side\":\"sell\",\"qty\":\"4\",\"type\":\"stop\",\"stopPrice\":\"30\","
                                + "\"timeInForce\":\"gtc\"}");
        assertThat(stop.status()).as(stop.text()).isEqualTo(201);

        ServedPlatform.Reply reply =
                served.post("/api/v1/positions/KO/close", "{\"qty\":\"3\",\"limitPrice\":\"99\"}");

        assertThat(reply.status()).as(reply.text()).isIn(200, 202);
        JsonNode order = reply.json().path("order");
        assertThat(order.path("type").asText()).isEqualTo("limit");
        assertThat(order.path("limitPrice").asText()).isEqualTo("99");
        Eventually.within(
                Duration.ofSeconds(30),
                "the limit and the rest of the stop",
                () -> {
                    served.post("/api/v1/sync", "");
                    return openOrders("KO").equals(Set.of("3 limit", "1 stop"));
                });
    }

    @Test
    void a_limit_price_that_cannot_be_traded_is_named_and_cancels_nothing() {
        ServedPlatform.Reply reply =
                served.post("/api/v1/positions/AAPL/close", "{\"limitPrice\":\"99.001\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.text()).contains("limitPrice").contains("99.001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    positions/AAPL/close | qty         | ''
                    positions/AAPL/close | qty         | ' '
                    positions/AAPL/close | percent     | ''
                    positions/AAPL/close | limitPrice  | ''
                    positions/AAPL/close | strategy    | ''
                    orders/cancel-all    | symbol      | ''
                    orders/cancel-all    | side        | ' '
                    trading/halt         | waitSeconds | ''
                    trading/resume       | source      | ''
                    simulator/clock      | speed       | ''
                    simulator/clock      | time        | ''
                    """)
    void an_empty_text_is_refused_and_does_not_stand_for_everything(
            String path, String field, String text) {
        String reason = path.startsWith("trading") ? "\"reason\":\"a test\"," : "";

        ServedPlatform.Reply reply =
                served.post(
                        "/api/v1/" + path, "{" + reason + "\"" + field + "\":\"" + text + "\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText()).startsWith(field + ": empty (expected: ");
    }

    @Test
    void an_empty_text_does_not_leave_a_field_of_an_order_unchanged() {
        ServedPlatform.Reply order =
                served.order(
                        "{\"symbol\":\"MSFT\",\"side\":\"buy\",\"qty\":\"4\",\"type\":\"limit\",\"limitPrice\":\"9\"}");
        String id = order.json().path("order").path("id").asText();

        ServedPlatform.Reply reply =
                served.post(
                        "/api/v1/orders/" + id + "/preview", "{\"qty\":\"3\",\"limitPrice\":\"\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText())
                .startsWith("limitPrice: empty (expected: ");
    }

    @Test
    void a_position_is_reversed_by_an_order_that_waits_for_its_close() {
        bought("2", "WMT", null);
        served.post("/api/v1/sync", "");

        ServedPlatform.Reply reply =
                served.post("/api/v1/positions/WMT/reverse", "{\"side\":\"sell\"}");

        assertThat(reply.status()).as(reply.text()).isIn(200, 202);
        assertThat(reply.json().at("/close/purpose").asText()).isEqualTo("closing");
        assertThat(reply.json().at("/order/purpose").asText()).isEqualTo("reversal");
        assertThat(reply.json().at("/order/side").asText()).isEqualTo("sell");
        AtomicReference<ServedPlatform.Reply> last = new AtomicReference<>(reply);
        Eventually.within(
                Duration.ofSeconds(30),
                "the order that opens the other direction is sent",
                () -> {
                    served.post("/api/v1/sync", "");
                    if (last.get().status() == 202) {
                        last.set(
                                served.post(
                                        "/api/v1/positions/WMT/reverse", "{\"side\":\"sell\"}"));
                    }
                    return last.get().json().path("result").asText().equals("reversing");
                });
        assertThat(last.get().json().at("/order/id")).isEqualTo(reply.json().at("/order/id"));
        Eventually.within(
                Duration.ofSeconds(30), "a short position", () -> held("WMT").equals("-2"));
    }

    @Test
    void what_has_no_other_direction_is_refused() {
        ServedPlatform.Reply gone =
                served.post("/api/v1/positions/IBM/reverse", "{\"side\":\"sell\"}");

        assertThat(gone.status()).as(gone.text()).isEqualTo(422);
        assertThat(gone.json().path("code").asText()).isEqualTo("gone");
        assertThat(served.post("/api/v1/positions/IBM/reverse", "{\"qty\":\"1\"}").status())
                .isEqualTo(400);
        assertThat(served.post("/api/v1/positions/IBM/reverse", "").text())
                .contains("side: missing (expected: sell to reverse a long position");
    }

    private static String held(String symbol) {
        for (JsonNode position : served.get("/api/v1/positions").json().path("positions")) {
            if (position.path("symbol").asText().equals(symbol)) {
                return position.path("brokerQty").asText();
            }
        }
        return "";
    }

    private static Set<String> openOrders(String symbol) {
        Set<String> open = new TreeSet<>();
        served.get("/api/v1/orders?status=open&symbol=" + symbol)
                .json()
                .path("orders")
                .forEach(order ->
                        open.add(order.path("qty").asText() + " " + order.path("type").asText()));
        return open;
    }

    private static void bought(String qty, String strategy) {
        bought(qty, "AAPL", strategy);
    }

    private static void bought(String qty, String symbol, @Nullable String strategy) {
        String owner = strategy == null ? "" : ",\"strategy\":\"" + strategy + "\"";
        ServedPlatform.Reply reply =
                served.order(
                        "{\"symbol\":\""
                                + symbol
                                + "\",\"side\":\"buy\",\"qty\":\""
                                + qty
                                + "\""
                                + owner
                                + "}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }
}
