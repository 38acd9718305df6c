package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private static final String BUY =
            "'symbol':'AAPL','qty':'10','side':'buy','type':'limit','limit_price':'5',"
                    + "'time_in_force':'day'";

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorConfig.defaults().withRequestsPerMinute(0));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void an_answer_dropped_after_accepting_leaves_the_order_in_the_ledger() {
        arm("{'target':'POST /v2/orders','fault':'drop_after','nth':1}");
        assertThatThrownBy(() -> client.submit(BUY + ",'client_order_id':'a'"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.orders()).hasSize(1);
        assertThat(client.get("/v2/orders:by_client_order_id?client_order_id=a").text("status"))
                .isEqualTo("new");
    }

    @Test
    void a_reset_before_accepting_leaves_no_order() {
        arm("{'target':'POST /v2/orders','fault':'reset_before','nth':1}");
        assertThatThrownBy(() -> client.submit(BUY)).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.orders()).isEmpty();
        assertThat(client.submit(BUY).status()).isEqualTo(200);
    }

    @Test
    void half_a_response_leaves_the_order_in_the_ledger() {
        arm("{'target':'POST /v2/orders','fault':'half_body','nth':1}");
        assertThatThrownBy(() -> client.submit(BUY)).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.orders()).hasSize(1);
    }

    @Test
    void errors_occur_before_or_after_the_order_is_accepted() {
        arm(
                "{'target':'POST /v2/orders','fault':'error_before','nth':1,'status':500},"
                        + "{'target':'POST /v2/orders','fault':'error_after','nth':2,'status':504}");
        assertThat(client.submit(BUY).status()).isEqualTo(500);
        assertThat(simulator.orders()).isEmpty();
        assertThat(client.submit(BUY).status()).isEqualTo(504);
        assertThat(simulator.orders()).hasSize(1);
    }

    @Test
    void an_html_page_may_replace_a_response() throws Exception {
        arm("{'target':'GET /v2/account','fault':'html_before','status':502}");
        HttpResponse<String> page =
                HttpClient.newHttpClient()
                        .send(client.request("/v2/account").build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.body()).startsWith("<html>");
        assertThatThrownBy(() -> client.get("/v2/account"))
                .hasCauseInstanceOf(JsonParseException.class);
    }

    @Test
    void false_404s_and_incomplete_lists_hide_existing_orders() {
        client.submit(BUY + ",'client_order_id':'a'");
        client.submit(BUY);
        arm(
                "{'target':'GET /v2/orders:by_client_order_id','fault':'not_found','times':1},"
                        + "{'target':'GET /v2/orders','fault':'missing_entries','times':1}");
        String path = "/v2/orders:by_client_order_id?client_order_id=a";
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.get("/v2/orders").json()).hasSize(1);
        assertThat(client.get("/v2/orders").json()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST"})
    void a_cancel_can_be_stuck_until_the_plan_is_taken_back(String method) {
        String id = client.submit(BUY).text("id");
        client.send(method, "/sim/faults", "{\"stuck_cancels\":[\"AAPL\"]}");
        assertThat(client.delete("/v2/orders/" + id).status()).isEqualTo(204);
        assertThat(client.get("/v2/orders/" + id).text("status")).isEqualTo("pending_cancel");
        assertThat(client.delete("/v2/orders/" + id).text("message"))
                .isEqualTo("order pending cancel");
        client.delete("/sim/faults");
        assertThat(client.get("/v2/orders/" + id).text("status")).isEqualTo("canceled");
    }

    @Test
    void a_replacement_can_be_accepted_and_then_rejected() {
        String id = client.submit(BUY).text("id");
        client.send("PUT", "/sim/faults", "{\"rejected_replaces\":[\"AAPL\"]}");
        Client.Reply granted = client.patch("/v2/orders/" + id, "{'limit_price':'6'}");
        assertThat(granted.status()).isEqualTo(200);
        assertThat(client.get("/v2/orders/" + granted.text("id")).text("status"))
                .isEqualTo("rejected");
        assertThat(client.get("/v2/orders/" + id).text("status")).isEqualTo("new");
    }

    @Test
    void a_halted_symbol_accepts_no_orders() {
        client.send("PUT", "/sim/faults", "{\"halted\":[\"AAPL\"]}");
        assertThat(client.submit(BUY).text("message")).isEqualTo("asset \"AAPL\" is not tradable");
    }

    @Test
    void market_orders_can_fill_in_part() {
        client.send("PUT", "/sim/faults", "{\"partial_fill_probability\":1}");
        String id = client.submit(BUY.replace("'limit','limit_price':'5'", "'market'")).text("id");
        assertThat(simulator.orders().getFirst().status()).isEqualTo("partially_filled");
        client.delete("/sim/faults");
        assertThat(client.get("/v2/orders/" + id).text("status")).isEqualTo("filled");
    }

    @Test
    void rate_limited_requests_get_429_with_the_reset_time() {
        try (Simulator limited =
                        Simulator.start(SimulatorConfig.defaults().withRequestsPerMinute(2));
                Client hasty = new Client(limited)) {
            int refused = 0;
            Client.Reply last = hasty.get("/v2/clock");
            // Four requests span at most two rate limit periods, so one of them exceeds a limit of
            // two. A period may end between them, so the test repeats until one is rejected.
            for (int i = 0; i < 10 && refused == 0; i++) {
                last = hasty.get("/v2/clock");
                refused = last.status() == 429 ? 1 : 0;
            }
            assertThat(last.text("message")).isEqualTo("rate limit exceeded");
            assertThat(last.raw().headers().firstValue("X-RateLimit-Remaining")).contains("0");
            assertThat(last.raw().headers().firstValue("X-RateLimit-Reset")).isPresent();
            assertThat(limited.orders()).isEmpty();
        }
    }

    @Test
    void an_injected_rate_limit_error_accepts_no_order() {
        arm("{'target':'POST /v2/orders','fault':'rate_limited','times':1}");
        Client.Reply refused = client.submit(BUY);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("message")).isEqualTo("rate limit exceeded");
        assertThat(simulator.orders()).isEmpty();
        assertThat(client.submit(BUY).status()).isEqualTo(200);
    }

    @Test
    void a_response_can_be_delayed_replaced_by_html_or_reset_after_the_order_is_accepted()
            throws Exception {
        arm(
                "{'target':'POST /v2/orders','fault':'latency_after','nth':1,'millis':1},"
                        + "{'target':'POST /v2/orders','fault':'html_after','nth':2,'status':502},"
                        + "{'target':'POST /v2/orders','fault':'reset_after','nth':3}");
        assertThat(client.submit(BUY).status()).isEqualTo(200);
        assertThatThrownBy(() -> client.submit(BUY)).hasCauseInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> client.submit(BUY)).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.orders()).hasSize(3);
        assertThat(client.get("/sim/faults").json().findValuesAsText("struck"))
                .containsExactly("1", "1", "1");
    }

    @Test
    void a_halted_symbol_trades_again_after_the_halt() {
        String id = client.submit(BUY).text("id");
        client.send("PUT", "/sim/faults", "{\"halted\":[\"AAPL\"]}");
        simulator.setPrice("AAPL", new BigDecimal("4"));
        assertThat(client.get("/v2/orders/" + id).text("status")).isEqualTo("new");
        client.delete("/sim/faults");
        assertThat(client.get("/v2/orders/" + id).text("status")).isEqualTo("filled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'rulez':[]}                                  | rulez: given (expected: one of [halted, partial_fill_probability
                    {'rules':7}                                   | rules: 7 (expected: a list of objects)
                    {'rules':['x']}                               | rules[0]: "x" (expected: an object)
                    {'rules':[{'fault':'late'}]}                  | rules[0].target: absent (expected: METHOD PATH such as
                    {'rules':[{'target':'GET /x','fault':'slow'}]} | rules[0].fault: "slow" (expected: one of latency, latency_after
                    {'rules':[{'target':'GET /x','fault':'lose'}]} | rules[0].target: GET /x (expected: STREAM
                    {'rules':[{'target':'STREAM fill','fault':'latency'}]} | rules[0].target: STREAM fill (expected: GET, POST
                    {'rules':[{'target':'FETCH /x','fault':'latency'}]} | rules[0].target: FETCH /x (expected: GET, POST
                    {'rules':[{'target':'GET /x','fault':'latency','nht':1}]} | rules[0].nht: given (expected: one of [events, every
                    {'rules':[{'target':'GET /x','fault':'latency','nth':-1}]} | rules[0].nth: -1 (expected: a whole number from 0
                    {'rules':[{'target':'GET /x','fault':'latency','nth':2,'every':2}]} | rules[0].every: 2 (expected: absent when nth is set)
                    {'rules':[{'target':'GET /x','fault':'latency','millis':'x'}]} | rules[0].millis: "x" (expected: a whole number from 0 to 600000)
                    {'rules':[{'target':'GET /x','fault':'latency','probability':1.5}]} | rules[0].probability: 1.5 (expected: 0 to 1
                    {'rules':[{'target':'GET /x','fault':'error_before','status':200}]} | rules[0].status: 200 (expected: a whole number from 400 to 599)
                    {'partial_fill_probability':-1}               | partial_fill_probability: -1 (expected: 0 to 1
                    {'halted':'AAPL'}                             | halted: "AAPL" (expected: a list of symbols)
                    {'rules':[                                    | fault plan, line 1 column
                    """)
    void a_bad_plan_is_refused_by_field_value_and_what_is_allowed(String plan, String message) {
        String json = plan.replace('\'', '"');
        Client.Reply reply = client.send("PUT", "/sim/faults", json);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("message")).startsWith(message);
        assertThatThrownBy(() -> FaultPlans.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void the_scores_count_the_applied_rules() {
        arm("{'target':'GET /v2/*','fault':'latency','every':2,'millis':1}");
        client.get("/v2/account");
        client.get("/v2/clock");
        assertThat(client.get("/sim/faults").json().at("/rules/0/matched").asInt()).isEqualTo(2);
        assertThat(client.get("/sim/faults").json().at("/rules/0/struck").asInt()).isEqualTo(1);
    }

    @Test
    void a_plan_can_be_read_from_a_file(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("faults.json");
        Files.writeString(
                file,
                "{\"seed\":7,\"rules\":[{\"target\":\"* /v2/*\",\"fault\":\"rate_limited\","
                        + "\"probability\":0.25}]}");
        assertThat(FaultPlans.read(file).rules()).hasSize(1);
        assertThat(FaultPlans.read(file).rules().getFirst().chanceMillionths()).isEqualTo(250_000);
    }

    private void arm(String rules) {
        simulator.arm(FaultPlans.parse(("{'rules':[" + rules + "]}").replace('\'', '"')));
    }
}
