package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.simulator.exchange.hours.RealHours;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Watchlists, settings, calendar, announcements, history and events as Alpaca serves them. */
class TradingApiTest {
    private static final String BUY =
            "'symbol':'AAPL','qty':'10','side':'buy','type':'market','time_in_force':'day'";
    private static final String WATCHLISTS = "/v2/watchlists";

    @TempDir Path dir;

    private SimulatorConfig config;
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        config =
                SimulatorConfig.defaults()
                        .withStateDir(dir)
                        .withRequestsPerMinute(0)
                        .withWalkingPrices(false);
        simulator = Simulator.start(config);
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void a_watchlist_is_created_changed_by_id_and_by_name_and_survives_a_restart() {
        Client.Reply created =
                client.post(WATCHLISTS, "{'name':'tech','symbols':['AAPL','msft',null]}");
        assertThat(created.json().get("assets"))
                .extracting(asset -> asset.get("symbol").asText())
                .containsExactly("AAPL", "MSFT");
        String id = created.text("id");
        assertThat(client.post(WATCHLISTS + "/" + id, "{'symbol':'BTC/USD'}").json().get("assets"))
                .hasSize(3);
        assertThat(client.delete(WATCHLISTS + "/" + id + "/AAPL").json().get("assets")).hasSize(2);
        assertThat(
                        client.send("PUT", WATCHLISTS + ":by_name?name=tech", "{\"name\":\"two\"}")
                                .text("name"))
                .isEqualTo("two");
        client.close();
        simulator.close();
        simulator = Simulator.start(config);
        client = new Client(simulator);
        assertThat(client.get(WATCHLISTS).json()).hasSize(1);
        assertThat(client.get(WATCHLISTS + ":by_name?name=two").text("id")).isEqualTo(id);
        assertThat(client.delete(WATCHLISTS + "/" + id).status()).isEqualTo(204);
        assertThat(client.get(WATCHLISTS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_watchlist_has_its_own_name_and_known_assets() {
        client.post(WATCHLISTS, "{'name':'tech','symbols':['AAPL']}");
        assertThat(client.post(WATCHLISTS, "{'name':'tech'}").text("message"))
                .isEqualTo("watchlist name must be unique");
        assertThat(client.post(WATCHLISTS, "{'name':'other','symbols':['ZZZZ']}").status())
                .isEqualTo(404);
        assertThat(client.post(WATCHLISTS + ":by_name?name=tech", "{'symbol':'AAPL'}").status())
                .isEqualTo(422);
        assertThat(client.post(WATCHLISTS, "{}").text("message")).isEqualTo("name is required");
    }

    @Test
    void every_account_setting_is_kept() {
        JsonNode changed =
                client.patch(
                                "/v2/account/configurations",
                                "{'max_margin_multiplier':'1','max_options_trading_level':2,"
                                        + "'ptp_no_exception_entry':true,"
                                        + "'disable_overnight_trading':true}")
                        .json();
        assertThat(client.get("/v2/account/configurations").json()).isEqualTo(changed);
        assertThat(changed.get("max_options_trading_level").asInt()).isEqualTo(2);
        assertThat(changed.get("ptp_no_exception_entry").asBoolean()).isTrue();
        assertThat(changed.get("disable_overnight_trading").asBoolean()).isTrue();
        assertThat(client.get("/v2/account").text("multiplier")).isEqualTo("1");
        assertThat(client.get("/v2/account").text("buying_power")).isEqualTo("100000");
    }

    @Test
    void the_calendar_reaches_from_1970_to_2029_and_an_early_close_ends_the_evening_too() {
        JsonNode all = client.get("/v2/calendar").json();
        assertThat(all.get(0).get("date").asText()).isEqualTo("1970-01-02");
        assertThat(all.get(all.size() - 1).get("date").asText()).isEqualTo("2029-12-31");
        JsonNode day = client.get("/v2/calendar?start=2026-11-27&end=2026-11-27").json().get(0);
        assertThat(day.get("session_close").asText()).isEqualTo("1700");
    }

    @Test
    void after_an_early_close_extended_hours_end_at_five() {
        AtomicReference<Instant> time =
                new AtomicReference<>(Instant.parse("2026-11-27T21:59:00Z"));
        InstantSource clock = time::get;
        SimulatorConfig real =
                SimulatorConfig.defaults()
                        .withRequestsPerMinute(0)
                        .withClock(clock)
                        .withHours(new RealHours());
        try (Simulator evening = Simulator.start(real);
                Client trader = new Client(evening)) {
            Client.Reply order =
                    trader.submit(
                            "'symbol':'AAPL','qty':'1','side':'buy','type':'limit',"
                                    + "'limit_price':'5','time_in_force':'day',"
                                    + "'extended_hours':true");
            assertThat(order.text("expires_at")).isEqualTo("2026-11-27T22:00:00Z");
            time.set(Instant.parse("2026-11-27T22:00:01Z"));
            assertThat(trader.get("/v2/orders/" + order.text("id")).text("status"))
                    .isEqualTo("expired");
            assertThat(trader.get("/v3/clock?markets=NYSE").json().at("/clocks/0/phase").asText())
                    .isEqualTo("closed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activities?page_size=101 | invalid page_size",
                "activities?page_size=0 | invalid page_size",
                "activities?category=trade_activity&activity_types=FILL"
                        + " | category cannot be used with activity_types",
                "portfolio/history?cashflow_types=CSD,GIFT | invalid activity type: GIFT",
            })
    void an_invalid_parameter_is_refused(String path, String message) {
        Client.Reply reply = client.get("/v2/account/" + path);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("code")).isEqualTo("40010001");
        assertThat(reply.text("message")).isEqualTo(message);
    }

    @Test
    void an_order_of_several_options_is_refused_as_unsupported() {
        Client.Reply reply =
                client.submit(
                        "'qty':'1','order_class':'mleg','type':'limit','limit_price':'1',"
                                + "'time_in_force':'day','legs':[]");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("message"))
                .isEqualTo("mleg orders are not supported by this simulator");
    }

    @Test
    void numbers_have_no_exponent() {
        assertThat(client.get("/v2/account/portfolio/history").raw().body()).doesNotContain("0E");
    }

    @Test
    void an_unknown_activity_type_is_rejected_and_assets_have_attributes() {
        Client.Reply invalid = client.get("/v2/account/activities/INVALID");
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.text("code")).isEqualTo("40010001");
        assertThat(invalid.text("message")).isEqualTo("invalid activity type: INVALID");
        JsonNode optionable = client.get("/v2/assets?attributes=has_options").json();
        assertThat(optionable).isNotEmpty();
        assertThat(optionable)
                .allMatch(asset -> asset.get("attributes").toString().contains("has_options"));
        assertThat(client.get("/v2/assets?attributes=ipo").json()).isEmpty();
    }

    @Test
    void assets_are_stocks_by_default_in_order_of_class_exchange_and_symbol() {
        assertThat(client.get("/v2/assets").json())
                .allMatch(asset -> asset.get("class").asText().equals("us_equity"));
        JsonNode all = client.get("/v2/assets?asset_class=us_equity,crypto").json();
        assertThat(all)
                .extracting(TradingApiTest::place)
                .isSorted()
                .anyMatch(place -> place.startsWith("crypto"))
                .anyMatch(place -> place.startsWith("us_equity ARCA"));
    }

    private static String place(JsonNode asset) {
        return asset.get("class").asText()
                + " "
                + asset.get("exchange").asText()
                + " "
                + asset.get("symbol").asText();
    }

    @Test
    void what_was_bought_today_gains_from_its_own_price() {
        simulator.setPrice("AAPL", new BigDecimal("300"));
        client.submit(BUY);
        simulator.setPrice("AAPL", new BigDecimal("303"));
        JsonNode position = client.get("/v2/positions/AAPL").json();
        assertThat(position.get("unrealized_intraday_pl").asText()).isEqualTo("30");
        assertThat(position.get("unrealized_intraday_plpc").asText()).isEqualTo("0.01");
    }

    @Test
    void a_split_changes_no_profit_of_today() {
        simulator.setPrice("AAPL", new BigDecimal("300"));
        client.submit(BUY);
        simulator.setPrice("AAPL", new BigDecimal("303"));
        BigDecimal lastClose =
                new BigDecimal(client.get("/v2/positions/AAPL").text("lastday_price"));
        client.post(
                "/sim/corporate-action",
                "{'type':'split','symbol':'AAPL','old_rate':1,'new_rate':4}");
        JsonNode position = client.get("/v2/positions/AAPL").json();
        assertThat(position.get("qty").asText()).isEqualTo("40");
        assertThat(position.get("unrealized_intraday_pl").asText()).isEqualTo("30");
        assertThat(new BigDecimal(position.get("lastday_price").asText()))
                .isEqualByComparingTo(lastClose.divide(new BigDecimal("4")));
    }

    @Test
    void the_secret_is_accepted_as_a_bearer_token() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(simulator.uri() + "/v2/account"));
            int accepted =
                    http.send(
                                    request.copy()
                                            .header("Authorization", "Bearer SIM-SECRET")
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode();
            int refused =
                    http.send(
                                    request.copy().header("Authorization", "Bearer other").build(),
                                    BodyHandlers.discarding())
                            .statusCode();
            assertThat(accepted).isEqualTo(200);
            assertThat(refused).isEqualTo(401);
        }
    }

    @Test
    void a_corporate_action_is_announced() {
        client.post(
                "/sim/corporate-action",
                "{'type':'split','symbol':'AAPL','old_rate':1,'new_rate':4}");
        String range = "&since=" + today().minusDays(1) + "&until=" + today().plusDays(1);
        String path = "/v2/corporate_actions/announcements";
        JsonNode found = client.get(path + "?ca_types=split,dividend" + range).json();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("new_rate").asText()).isEqualTo("4");
        assertThat(client.get(path + "/" + found.get(0).get("id").asText()).json())
                .isEqualTo(found.get(0));
        assertThat(client.get(path + "?ca_types=dividend" + range).json()).isEmpty();
        assertThat(client.get(path + "?ca_types=dividend").status()).isEqualTo(422);
    }

    @Test
    void the_history_reports_the_requested_times_and_cash_flows() {
        client.post("/sim/transfer", "{'type':'CSD','net_amount':'500'}");
        String history = "/v2/account/portfolio/history";
        JsonNode flows = client.get(history + "?period=1D&timeframe=1H&cashflow_types=ALL").json();
        JsonNode deposits = flows.at("/cashflow/CSD");
        assertThat(deposits.get(deposits.size() - 1).decimalValue()).isEqualByComparingTo("500");
        assertThat(flows.get("timestamp")).hasSameSizeAs(flows.get("equity"));
        assertThat(client.get(history + "?period=1D").text("timeframe")).isEqualTo("1Min");
        assertThat(client.get(history + "?intraday_reporting=always").text("message"))
                .isEqualTo("invalid intraday_reporting");
        assertThat(client.get(history + "?pnl_reset=weekly").text("message"))
                .isEqualTo("invalid pnl_reset");
        assertThat(client.get(history + "?period=1A&timeframe=1Min").status()).isEqualTo(422);
    }

    @Test
    void trade_events_are_streamed_and_can_be_requested_again()
            throws IOException, InterruptedException {
        client.submit(BUY);
        try (HttpClient http = HttpClient.newHttpClient()) {
            String past = "/v2/events/trades?since=2020-01-01&until=2100-01-01";
            String text = http.send(client.request(past).build(), BodyHandlers.ofString()).body();
            String first =
                    text.lines().filter(line -> line.startsWith("data: ")).toList().getLast();
            JsonNode fill = new ObjectMapper().readTree(first.substring("data: ".length()));
            assertThat(fill.get("event").asText()).isEqualTo("fill");
            assertThat(fill.get("order").get("status").asText()).isEqualTo("filled");
            String since = "/v2/events/trades?since_id=" + fill.get("event_id").asText();
            try (InputStream live =
                            http.send(client.request(since).build(), BodyHandlers.ofInputStream())
                                    .body();
                    BufferedReader lines =
                            new BufferedReader(
                                    new InputStreamReader(live, StandardCharsets.UTF_8))) {
                assertThat(nextEvent(lines)).isEqualTo(fill);
                client.submit(BUY);
                assertThat(nextEvent(lines).get("event").asText()).isEqualTo("pending_new");
            }
        }
        assertThat(client.get("/v2/events/trades?since_id=short").status()).isEqualTo(422);
    }

    private static JsonNode nextEvent(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("data: ")) {
            line = lines.readLine();
        }
        return new ObjectMapper().readTree(line.substring("data: ".length()));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
