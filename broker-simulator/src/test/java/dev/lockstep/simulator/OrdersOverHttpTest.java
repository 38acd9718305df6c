package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersOverHttpTest {
    private static final String LIMIT_BUY =
            "'symbol':'AAPL','qty':'10','side':'buy','type':'limit','time_in_force':'gtc',"
                    + "'limit_price':'150'";
    private static final String MARKET_BUY =
            "'symbol':'AAPL','qty':'10','side':'buy','type':'market','time_in_force':'day'";

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withRequestsPerMinute(0)
                                .withWalkingPrices(false));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void a_market_order_is_pending_in_its_response_and_then_filled() {
        simulator.setPrice("AAPL", new BigDecimal("190.25"));
        Client.Reply posted = client.submit(MARKET_BUY + ",'client_order_id':'a b/c'");
        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.text("status")).isEqualTo("pending_new");
        assertThat(posted.text("filled_qty")).isEqualTo("0");
        assertThat(posted.json().get("filled_avg_price").isNull()).isTrue();

        Client.Reply found = client.get("/v2/orders:by_client_order_id?client_order_id=a%20b%2Fc");
        assertThat(found.text("id")).isEqualTo(posted.text("id"));
        assertThat(found.text("status")).isEqualTo("filled");
        assertThat(found.text("filled_avg_price")).isEqualTo("190.25");
        assertThat(found.text("filled_qty")).isEqualTo("10");
        assertThat(client.get("/v2/positions/AAPL").text("qty")).isEqualTo("10");
        assertThat(client.get("/v2/account").text("cash")).isEqualTo("98097.5");
    }

    @Test
    void an_unknown_position_intent_is_rejected() {
        Client.Reply unknown = client.submit(MARKET_BUY + ",'position_intent':'buy_to_hold'");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().get("code").asInt()).isEqualTo(40010001);
        assertThat(unknown.text("message")).isEqualTo("invalid position_intent specified");
        assertThat(client.submit(MARKET_BUY + ",'position_intent':'sell_to_open'").status())
                .isEqualTo(422);
        Client.Reply meant = client.submit(MARKET_BUY + ",'position_intent':'buy_to_open'");
        assertThat(meant.text("position_intent")).isEqualTo("buy_to_open");
    }

    @Test
    void a_limit_order_rests_until_the_price_crosses_it_and_gets_the_better_one() {
        String id = client.submit(LIMIT_BUY).text("id");
        assertThat(client.get("/v2/orders/" + id).text("status")).isEqualTo("new");
        client.post("/sim/price", "{'symbol':'AAPL','price':149.5}");
        JsonNode filled = client.get("/v2/orders/" + id).json();
        assertThat(filled.get("status").asText()).isEqualTo("filled");
        assertThat(filled.get("filled_avg_price").asText()).isEqualTo("149.5");
    }

    @Test
    void a_client_order_id_cannot_be_reused() {
        String order = LIMIT_BUY + ",'client_order_id':'once'";
        String id = client.submit(order).text("id");
        assertThat(client.delete("/v2/orders/" + id).status()).isEqualTo(204);
        Client.Reply again = client.submit(order);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("code")).isEqualTo("40010001");
        assertThat(again.text("message")).isEqualTo("client_order_id must be unique");
        assertThat(simulator.orders()).hasSize(1);
    }

    @Test
    void a_filled_order_cannot_be_canceled() {
        String id = client.submit(MARKET_BUY).text("id");
        Client.Reply reply = client.delete("/v2/orders/" + id);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("code")).isEqualTo("42210000");
        assertThat(reply.text("message")).isEqualTo("order is already in \"filled\" state");
    }

    @Test
    void canceling_all_returns_one_entry_for_each_open_order() {
        client.submit(LIMIT_BUY);
        client.submit(LIMIT_BUY);
        client.submit(MARKET_BUY);
        Client.Reply reply = client.delete("/v2/orders");
        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.json()).hasSize(2);
        assertThat(reply.json().get(0).get("status").asInt()).isEqualTo(200);
        assertThat(client.get("/v2/orders").json()).isEmpty();
        assertThat(client.delete("/v2/orders").json()).isEmpty();
    }

    @Test
    void paging_by_the_last_id_visits_every_order_once() {
        List<String> entered = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            entered.add(client.submit(LIMIT_BUY).text("id"));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int pages = 0; pages < 10; pages++) {
            JsonNode page =
                    client.get("/v2/orders?status=all&direction=asc&limit=5" + after).json();
            page.forEach(order -> seen.add(order.get("id").asText()));
            if (page.size() < 5) {
                break;
            }
            after = "&after_order_id=" + seen.getLast();
        }
        assertThat(seen).isEqualTo(entered);
    }

    @Test
    void the_list_is_newest_first_and_open_by_default() {
        client.submit(MARKET_BUY);
        String older = client.submit(LIMIT_BUY).text("id");
        String newer = client.submit(LIMIT_BUY.replace("AAPL", "MSFT")).text("id");
        assertThat(ids("/v2/orders")).containsExactly(newer, older);
        assertThat(ids("/v2/orders?symbols=AAPL,BTC%2FUSD")).containsExactly(older);
        assertThat(ids("/v2/orders?status=closed")).hasSize(1);
        assertThat(ids("/v2/orders?status=all&side=sell")).isEmpty();
        assertThat(ids("/v2/orders?before_order_id=" + newer)).containsExactly(older);
        assertThat(ids("/v2/orders?after=undefined")).hasSize(2);
    }

    @Test
    void the_time_bounds_are_exclusive() {
        Client.Reply order = client.submit(LIMIT_BUY);
        String at = order.text("submitted_at");
        assertThat(ids("/v2/orders?after=" + at)).isEmpty();
        assertThat(ids("/v2/orders?until=" + at)).isEmpty();
        assertThat(ids("/v2/orders?after=2020-01-01&until=2120-01-01T00:00:00Z")).hasSize(1);
        assertThat(client.get("/v2/orders?after=yesterday").text("message"))
                .isEqualTo("failed to parse after");
    }

    @Test
    void an_unknown_order_is_named_in_the_error() {
        UUID id = UUID.fromString("8a0b2a38-3f3f-4f5b-9d0e-2f6f5a3c7a11");
        Client.Reply reply = client.get("/v2/orders/" + id);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("message")).isEqualTo("order not found for " + id);
        assertThat(client.get("/v2/orders/nonsense").text("message"))
                .isEqualTo("order_id is missing");
        assertThat(client.get("/v2/orders:by_client_order_id?client_order_id=x").text("message"))
                .isEqualTo("order not found for x");
    }

    @Test
    void every_key_of_an_order_is_always_sent() {
        JsonNode order = client.submit(LIMIT_BUY).json();
        assertThat(order.properties().stream().map(Map.Entry::getKey))
                .contains("notional", "legs", "hwm", "subtag", "source", "ratio_qty", "filled_at");
        assertThat(order.get("order_class").asText()).isEmpty();
        assertThat(order.get("limit_price").asText()).isEqualTo("150");
    }

    @Test
    void a_wrong_key_is_unauthorized_without_a_code() {
        try (Client unauthorized =
                new Client(simulator.uri(), new ApiKey("SIM-KEY", "wrong", "sim"))) {
            Client.Reply reply = unauthorized.get("/v2/account");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json()).hasSize(1);
            assertThat(reply.text("message")).isEqualTo("unauthorized.");
        }
    }

    @Test
    void pairs_with_an_encoded_slash_find_the_asset_but_not_the_position() {
        assertThat(client.get("/v2/assets/BTC%2FUSD").text("class")).isEqualTo("crypto");
        client.submit(
                "'symbol':'BTC/USD','notional':'100','side':'buy','type':'market',"
                        + "'time_in_force':'gtc'");
        assertThat(client.get("/v2/positions/BTCUSD").text("symbol")).isEqualTo("BTCUSD");
        Client.Reply slashed = client.get("/v2/positions/BTC%2FUSD");
        assertThat(slashed.status()).isEqualTo(404);
        assertThat(slashed.text("message")).isEqualTo("position does not exist");
        assertThat(client.get("/v2/assets/ZZZZ").text("message"))
                .isEqualTo("asset not found for ZZZZ");
    }

    @Test
    void unknown_endpoints_get_alpacas_error() {
        assertThat(client.get("/v2/nothing").text("message")).isEqualTo("endpoint not found.");
        assertThat(client.post("/v2/orders", "{broken").text("message"))
                .isEqualTo("request body format is invalid");
        assertThat(client.post("/v2/orders", "[1]").status()).isEqualTo(400);
        Client.Reply large = client.post("/v2/orders", "x".repeat(100_000));
        assertThat(large.status()).isEqualTo(413);
        assertThat(client.get("/v2/clock").raw().headers().firstValue("X-Request-ID")).isPresent();
        assertThat(client.get("/v2/clock").json().get("is_open").asBoolean()).isTrue();
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        client.get(path).json().forEach(order -> ids.add(order.get("id").asText()));
        return ids;
    }
}
