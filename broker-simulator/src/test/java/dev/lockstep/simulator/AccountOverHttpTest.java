package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountOverHttpTest {
    private static final ApiKey OTHER = new ApiKey("OTHER-KEY", "OTHER-SECRET", "other");
    private static final String BUY =
            "'symbol':'AAPL','qty':'10','side':'buy','type':'market','time_in_force':'day'";

    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withKeys(SimulatorConfig.DEFAULT_KEY, OTHER)
                                .withRequestsPerMinute(0)
                                .withWalkingPrices(false));
        simulator.setPrice("AAPL", new BigDecimal("200"));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void part_of_a_position_can_be_closed_and_then_the_rest() {
        client.submit(BUY);
        Client.Reply quarter = client.delete("/v2/positions/AAPL?percentage=25&symbol=AAPL");
        assertThat(quarter.status()).isEqualTo(200);
        assertThat(quarter.text("qty")).isEqualTo("2.5");
        assertThat(quarter.text("side")).isEqualTo("sell");
        assertThat(client.get("/v2/positions/AAPL").text("qty")).isEqualTo("7.5");
        assertThat(client.delete("/v2/positions/AAPL").status()).isEqualTo(200);
        Client.Reply gone = client.delete("/v2/positions/AAPL");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text("message")).isEqualTo("position does not exist");
    }

    @Test
    void a_position_reserved_by_an_order_can_be_closed_after_its_cancel() {
        client.submit(BUY);
        client.submit(
                "'symbol':'AAPL','qty':10,'side':'sell','type':'limit','limit_price':250,"
                        + "'time_in_force':'gtc'");
        JsonNode refused = client.delete("/v2/positions").json().get(0);
        assertThat(refused.get("status").asInt()).isEqualTo(500);
        assertThat(refused.at("/body/code").asInt()).isEqualTo(40310000);
        JsonNode closed = client.delete("/v2/positions?cancel_orders=true").json().get(0);
        assertThat(closed.get("status").asInt()).isEqualTo(200);
        assertThat(client.get("/v2/positions").json()).isEmpty();
    }

    @Test
    void a_pair_with_its_slash_can_be_closed() {
        client.submit(
                "'symbol':'BTC/USD','qty':'0.01','side':'buy','type':'market','time_in_force':'gtc'");
        assertThat(client.delete("/v2/positions/BTC%2FUSD?percentage=50").status()).isEqualTo(200);
        assertThat(client.delete("/v2/positions/BTCUSD").status()).isEqualTo(200);
        assertThat(client.get("/v2/positions").json()).isEmpty();
    }

    @Test
    void activities_are_paged_by_the_last_id() {
        for (int i = 0; i < 7; i++) {
            client.submit(BUY);
        }
        List<String> seen = new ArrayList<>();
        String token = "";
        for (int page = 0; page < 4; page++) {
            JsonNode fills =
                    client.get("/v2/account/activities/FILL?page_size=3&direction=asc" + token)
                            .json();
            fills.forEach(fill -> seen.add(fill.get("order_id").asText()));
            if (fills.size() < 3) {
                break;
            }
            token = "&page_token=" + fills.get(2).get("id").asText();
        }
        assertThat(seen)
                .isEqualTo(simulator.orders().stream().map(o -> o.id().toString()).toList());
        JsonNode newest = client.get("/v2/account/activities?activity_types=FILL").json().get(0);
        assertThat(newest.get("cum_qty").asText()).isEqualTo("10");
        assertThat(newest.get("id").asText()).matches("\\d{17}::[0-9a-f-]{36}");
        assertThat(client.get("/v2/account/activities?activity_types=DIV").json()).isEmpty();
    }

    @Test
    void the_history_ends_with_the_current_account_value() {
        client.submit(BUY);
        simulator.setPrice("AAPL", new BigDecimal("210"));
        JsonNode history =
                client.get("/v2/account/portfolio/history?period=1W&timeframe=1D").json();
        assertThat(history.get("equity")).hasSize(8);
        assertThat(history.get("equity").get(7).decimalValue()).isEqualByComparingTo("100100");
        assertThat(history.get("profit_loss").get(7).decimalValue()).isEqualByComparingTo("100");
        assertThat(client.get("/v2/account/portfolio/history?timeframe=9X").status())
                .isEqualTo(422);
    }

    @Test
    void accounts_do_not_see_each_other() {
        String id = client.submit(BUY + ",'client_order_id':'mine'").text("id");
        try (Client other = new Client(simulator.uri(), OTHER)) {
            assertThat(other.get("/v2/orders/" + id).status()).isEqualTo(404);
            assertThat(other.get("/v2/positions").json()).isEmpty();
            assertThat(other.submit(BUY + ",'client_order_id':'mine'").status()).isEqualTo(200);
            assertThat(other.delete("/v2/orders/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void the_calendar_knows_holidays_and_early_closes() {
        JsonNode days = client.get("/v2/calendar?start=2026-11-25&end=2026-11-30").json();
        assertThat(days).hasSize(3);
        assertThat(days.get(1).get("date").asText()).isEqualTo("2026-11-27");
        assertThat(days.get(1).get("close").asText()).isEqualTo("13:00");
        assertThat(client.get("/v2/calendar?start=2026-04-03&end=2026-04-03").json()).isEmpty();
    }

    @Test
    void the_calendar_can_be_filtered_by_settlement_date() {
        String weekend = "/v2/calendar?start=2026-11-27&end=2026-11-30&date_type=SETTLEMENT";
        assertThat(client.get(weekend).json())
                .extracting(day -> day.get("date").asText())
                .containsExactly("2026-11-25", "2026-11-27");
    }

    @Test
    void a_market_calendar_shows_sessions_in_its_own_zone_or_in_utc() {
        String week = "/v3/calendar/xnys?start=2026-11-26&end=2026-11-27";
        JsonNode own = client.get(week).json();
        assertThat(own.at("/market/acronym").asText()).isEqualTo("NYSE");
        assertThat(own.get("calendar")).hasSize(1);
        assertThat(own.at("/calendar/0/core_end").asText()).isEqualTo("2026-11-27T13:00:00-05:00");
        JsonNode utc = client.get(week + "&timezone=UTC").json();
        assertThat(utc.at("/calendar/0/post_start").asText()).isEqualTo("2026-11-27T18:00:00Z");
    }

    @Test
    void the_clock_of_several_markets_agrees_with_the_single_clock() {
        JsonNode clocks = client.get("/v3/clock?markets=NYSE,xnas,NYSE").json().get("clocks");
        assertThat(clocks)
                .extracting(clock -> clock.at("/market/mic").asText())
                .containsExactly("XNYS", "XNAS");
        assertThat(clocks.get(0).get("phase").asText()).isEqualTo("core");
        assertThat(client.get("/v3/clock").json().get("clocks")).hasSize(3);
    }

    @Test
    void market_data_is_derived_from_the_current_price() {
        assertThat(
                        client.get("/v2/stocks/quotes/latest?symbols=AAPL")
                                .json()
                                .at("/quotes/AAPL/ap")
                                .decimalValue())
                .isEqualByComparingTo("200.01");
        assertThat(client.get("/v2/stocks/AAPL/trades/latest").json().at("/trade/p").isNumber())
                .isTrue();
        assertThat(
                        client.get("/v1beta3/crypto/us/latest/bars?symbols=BTC%2FUSD")
                                .json()
                                .get("bars")
                                .get("BTC/USD")
                                .get("c")
                                .decimalValue())
                .isEqualByComparingTo("97250");
        assertThat(
                        client.get("/v2/stocks/bars?symbols=AAPL&timeframe=1Day")
                                .json()
                                .has("next_page_token"))
                .isTrue();
    }

    @Test
    void settings_can_be_changed() {
        assertThat(
                        client.patch("/v2/account/configurations", "{'suspend_trade':true}")
                                .json()
                                .get("suspend_trade")
                                .asBoolean())
                .isTrue();
        assertThat(client.submit(BUY).text("message"))
                .isEqualTo("new orders are rejected by user request");
    }

    @Test
    void an_invalid_setting_changes_nothing() {
        for (String wrong :
                List.of("{'suspend_trade':'yes'}", "{'no_shorting':1}", "{'no_shorting':{}}")) {
            assertThat(client.patch("/v2/account/configurations", wrong).status()).isEqualTo(400);
        }
        assertThat(
                        client.patch(
                                        "/v2/account/configurations",
                                        "{'suspend_trade':true,'trade_confirm_email':'some'}")
                                .text("message"))
                .isEqualTo("invalid trade_confirm_email");
        assertThat(
                        client.patch(
                                        "/v2/account/configurations",
                                        "{'suspend_trade':true,'max_margin_multiplier':'3'}")
                                .text("message"))
                .isEqualTo("invalid max_margin_multiplier");
        assertThat(client.get("/v2/account/configurations").json().get("suspend_trade").asBoolean())
                .isFalse();
    }

    @Test
    void only_orders_of_the_requested_classes_are_listed() {
        client.submit(BUY);
        assertThat(client.get("/v2/orders?status=all&asset_class=us_equity,us_option").json())
                .hasSize(1);
        assertThat(client.get("/v2/orders?status=all&asset_class=us_option").json()).isEmpty();
    }

    @Test
    void requests_are_parsed_as_leniently_as_real_clients_need() {
        Client.Reply posted =
                client.send(
                        client.request("/v2/orders")
                                .header("Content-Type", "text/plain;charset=UTF-8")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"symbol\":\"AAPL\",\"qty\":351.0,\"side\":\"buy\","
                                                        + "\"type\":\"limit\",\"limit_price\":18.10,"
                                                        + "\"time_in_force\":\"gtc\"}"))
                                .build());
        assertThat(posted.text("qty")).isEqualTo("351");
        assertThat(posted.text("limit_price")).isEqualTo("18.1");
        String id = posted.text("id");
        Client.Reply patched =
                client.patch("/v2/orders/" + id, "{'order_id':'" + id + "','limit_price':19}");
        assertThat(patched.text("replaces")).isEqualTo(id);
        assertThat(
                        client.get("/v2/orders?asset_class=us_equity&asset_class=crypto&status=all")
                                .json())
                .hasSize(2);
        Client.Reply oco =
                client.submit(
                        "'symbol':'AAPL','qty':'1','side':'sell','type':'limit',"
                                + "'time_in_force':'gtc','order_class':'oco',"
                                + "'take_profit':{'limit_price':250},'stop_loss':{'stop_price':150}");
        assertThat(oco.text("message")).isEqualTo("oco orders must be exit orders");
    }
}
