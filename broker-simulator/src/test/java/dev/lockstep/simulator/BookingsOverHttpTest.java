package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Activities other than trades: fees, splits, dividends, transfers. */
class BookingsOverHttpTest {
    private static final String ALL = "/v2/account/activities?direction=asc";
    private static final String OTHERS = ALL + "&category=non_trade_activity";

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withRequestsPerMinute(0)
                                .withWalkingPrices(false));
        simulator.setPrice("AAPL", new BigDecimal("200"));
        simulator.setPrice("BTC/USD", new BigDecimal("1000"));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void fees_in_coin_and_in_dollars_are_listed_with_their_trades() {
        trade("BTC/USD", "buy", "2");
        trade("BTC/USD", "sell", "1");

        JsonNode fees = client.get(OTHERS).json();

        assertThat(fees).hasSize(2);
        assertThat(fees.get(0).get("activity_type").asText()).isEqualTo("CFEE");
        assertThat(fees.get(0).get("symbol").asText()).isEqualTo("BTCUSD");
        assertThat(fees.get(0).get("qty").asText()).isEqualTo("-0.005");
        assertThat(fees.get(0).get("net_amount").asText()).isEqualTo("0");
        assertThat(fees.get(0).get("price").asText()).isEqualTo("1000");
        assertThat(fees.get(1).get("activity_type").asText()).isEqualTo("FEE");
        assertThat(fees.get(1).get("net_amount").asText()).isEqualTo("-2.5");
        assertThat(client.get("/v2/positions/BTCUSD").text("qty")).isEqualTo("0.995");
    }

    @Test
    void sales_of_stocks_are_charged_regulatory_fees_at_the_end_of_the_day() {
        assertThat(client.post("/sim/fees", "{'regulatory':true}").json().get("listed").asBoolean())
                .isTrue();
        trade("AAPL", "buy", "500");
        trade("AAPL", "sell", "300");
        trade("AAPL", "sell", "200");
        assertThat(client.get(OTHERS).json()).isEmpty();

        client.post("/sim/clock", "{'time':'2100-01-01T12:00:00Z'}");

        JsonNode fees = client.get(OTHERS).json();
        assertThat(fees)
                .extracting(fee -> fee.get("activity_sub_type").asText())
                .containsExactly("REG", "TAF");
        // 100,000 dollars at 20.60 a million, and 500 shares at 0.000195 dollars.
        assertThat(fees.get(0).get("net_amount").asText()).isEqualTo("-2.06");
        assertThat(fees.get(1).get("net_amount").asText()).isEqualTo("-0.1");
        assertThat(fees.get(1).get("description").asText())
                .startsWith("TAF fee for proceed of 500 shares (2 trades) on ");
        assertThat(client.get("/v2/account").text("cash")).isEqualTo("99997.84");
        assertThat(client.get(OTHERS).json()).hasSize(2);
    }

    @Test
    void sales_before_regulatory_fees_are_switched_on_stay_free() {
        trade("AAPL", "buy", "500");
        trade("AAPL", "sell", "300");
        client.post("/sim/fees", "{'regulatory':true}");
        trade("AAPL", "sell", "100");

        client.post("/sim/clock", "{'time':'2100-01-01T12:00:00Z'}");

        assertThat(client.get(OTHERS).json())
                .extracting(fee -> fee.get("description").asText())
                .anyMatch(text -> text.startsWith("TAF fee for proceed of 100 shares (1 trades)"));
    }

    @Test
    void a_withdrawal_of_more_than_the_cash_is_refused() {
        Client.Reply refused =
                client.post("/sim/transfer", "{'type':'CSW','net_amount':'-100000.01'}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("message"))
                .isEqualTo("net_amount: -100000.01 (expected: at most the cash, 100000)");
        client.post("/sim/transfer", "{'type':'CSW','net_amount':'-100000'}");
        assertThat(client.get("/v2/account").text("cash")).isEqualTo("0");
    }

    @Test
    void a_split_changes_quantity_and_price_and_cancels_open_orders() {
        trade("AAPL", "buy", "10");
        client.submit(
                "'symbol':'AAPL','qty':10,'side':'sell','type':'limit','limit_price':250,"
                        + "'time_in_force':'gtc'");

        client.post(
                "/sim/corporate-action",
                "{'type':'split','symbol':'AAPL','old_rate':'1','new_rate':'4'}");

        Client.Reply position = client.get("/v2/positions/AAPL");
        assertThat(position.text("qty")).isEqualTo("40");
        assertThat(position.text("cost_basis")).isEqualTo("2000");
        assertThat(position.text("current_price")).isEqualTo("50");
        assertThat(client.get("/v2/orders").json()).isEmpty();
        JsonNode split = client.get("/v2/account/activities/SPLIT").json().get(0);
        assertThat(split.get("qty").asText()).isEqualTo("30");
    }

    @Test
    void a_reverse_split_pays_fractions_of_a_share_in_dollars() {
        trade("AAPL", "buy", "25");

        client.post(
                "/sim/corporate-action",
                "{'type':'reverse_split','symbol':'AAPL','old_rate':'10','new_rate':'1'}");

        assertThat(client.get("/v2/positions/AAPL").text("qty")).isEqualTo("2");
        JsonNode split = client.get("/v2/account/activities/SPLIT").json().get(0);
        assertThat(split.get("qty").asText()).isEqualTo("-23");
        assertThat(split.get("net_amount").asText()).isEqualTo("1000");
        assertThat(client.get("/v2/account").text("cash")).isEqualTo("96000");
    }

    @Test
    void dividends_and_transfers_change_cash_and_positions() {
        trade("AAPL", "buy", "10");

        client.post("/sim/corporate-action", "{'type':'dividend','symbol':'AAPL','amount':'0.25'}");
        client.post("/sim/transfer", "{'type':'CSW','net_amount':'-1000'}");
        client.post("/sim/transfer", "{'type':'JNLS','symbol':'AAPL','qty':'5','price':'180'}");

        assertThat(client.get("/v2/account").text("cash")).isEqualTo("97002.5");
        assertThat(client.get("/v2/positions/AAPL").text("qty")).isEqualTo("15");
        assertThat(client.get(OTHERS).json())
                .extracting(entry -> entry.get("activity_type").asText())
                .containsExactly("DIV", "CSW", "JNLS");
        assertThat(client.post("/sim/transfer", "{'type':'NEWS','net_amount':'1'}").status())
                .isEqualTo(422);
    }

    @Test
    void pages_of_trades_and_other_activities_are_complete_in_either_direction() {
        for (int i = 0; i < 4; i++) {
            trade("BTC/USD", "buy", "1");
            trade("AAPL", "buy", "1");
        }

        List<String> ascending = everyPage("asc");
        List<String> descending = everyPage("desc");

        assertThat(ascending).hasSize(12);
        assertThat(new HashSet<>(ascending)).hasSize(12);
        assertThat(descending).isEqualTo(ascending.reversed());
    }

    private List<String> everyPage(String direction) {
        List<String> seen = new ArrayList<>();
        String token = "";
        while (true) {
            JsonNode page =
                    client.get("/v2/account/activities?page_size=5&direction=" + direction + token)
                            .json();
            page.forEach(entry -> seen.add(entry.get("id").asText()));
            if (page.size() < 5) {
                return seen;
            }
            token = "&page_token=" + page.get(4).get("id").asText();
        }
    }

    private void trade(String symbol, String side, String quantity) {
        client.submit(
                "'symbol':'"
                        + symbol
                        + "','qty':'"
                        + quantity
                        + "','side':'"
                        + side
                        + "','type':'market','time_in_force':'gtc'");
    }
}
