package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.exchange.model.Bars;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replay of bars: prices, quotes, hours and matching follow the bars, and time stands still unless
 * it is moved.
 */
@Tag("slow")
class ReplayTest {
    private static final String BARS =
            """
            timestamp,open,high,low,close,volume
            2026-01-05T14:30:00Z,200,210,190,205,1000
            2026-01-05T14:34:00Z,206,220,204,215,1000
            2026-01-06T14:30:00Z,150,160,140,155,1000
            """;

    private static final String GTC = ",'time_in_force':'gtc'";

    @TempDir Path dir;

    @Test
    void a_limit_order_fills_at_its_limit_when_the_bar_goes_beyond() throws IOException {
        try (Simulator simulator = start(SimulatorConfig.defaults());
                Client client = new Client(simulator)) {
            assertThat(client.get("/v2/clock").text("timestamp"))
                    .isEqualTo("2026-01-05T09:30:00-05:00");
            assertThat(price(client)).isEqualTo("200");
            String buy = submit(client, "'side':'buy','type':'limit','limit_price':'192'");
            move(client, "2026-01-05T14:31:00Z");
            assertThat(price(client)).isEqualTo("190");
            assertThat(client.get("/v2/orders/" + buy).text("filled_avg_price")).isEqualTo("192");
            String stop = submit(client, "'side':'sell','type':'stop','stop_price':'180'");
            move(client, "2026-01-06T14:29:00Z");
            assertThat(price(client)).isEqualTo("215");
            assertThat(client.get("/v2/orders/" + stop).text("status")).isEqualTo("expired");
            assertThat(client.get("/v2/stocks/AAPL/quotes/latest").json().at("/quote/bp").asText())
                    .isEqualTo("214.99");
        }
    }

    @Test
    void a_stop_fills_at_its_price_within_a_bar_and_at_the_open_after_a_gap() throws IOException {
        try (Simulator simulator = start(SimulatorConfig.defaults());
                Client client = new Client(simulator)) {
            submit(client, "'side':'buy','type':'market'");
            submit(client, "'side':'buy','type':'market'");
            String within = submit(client, "'side':'sell','type':'stop','stop_price':'195'");
            String across = submit(client, "'side':'sell','type':'stop','stop_price':'185'" + GTC);
            move(client, "2026-01-06T14:30:00Z");
            assertThat(client.get("/v2/orders/" + within).text("filled_avg_price"))
                    .isEqualTo("195");
            assertThat(client.get("/v2/orders/" + across).text("filled_avg_price"))
                    .isEqualTo("150");
        }
    }

    @Test
    void a_gap_past_a_limit_fills_at_the_better_open() throws IOException {
        try (Simulator simulator = start(SimulatorConfig.defaults());
                Client client = new Client(simulator)) {
            String limit = submit(client, "'side':'buy','type':'limit','limit_price':'180'" + GTC);
            move(client, "2026-01-06T14:30:00Z");
            assertThat(client.get("/v2/orders/" + limit).text("filled_avg_price")).isEqualTo("150");
        }
    }

    @Test
    void a_gap_past_a_stop_fills_a_stop_limit_at_an_open_within_its_limit() throws IOException {
        try (Simulator simulator = start(SimulatorConfig.defaults());
                Client client = new Client(simulator)) {
            submit(client, "'side':'buy','type':'market'");
            String within =
                    submit(
                            client,
                            "'side':'sell','type':'stop_limit','stop_price':'185',"
                                    + "'limit_price':'149'"
                                    + GTC);
            move(client, "2026-01-06T14:30:00Z");
            assertThat(client.get("/v2/orders/" + within).text("filled_avg_price"))
                    .isEqualTo("150");
        }
    }

    @Test
    void a_gap_past_a_stop_limit_leaves_the_order_at_its_limit() throws IOException {
        try (Simulator simulator = start(SimulatorConfig.defaults());
                Client client = new Client(simulator)) {
            submit(client, "'side':'buy','type':'market'");
            String beyond =
                    submit(
                            client,
                            "'side':'sell','type':'stop_limit','stop_price':'185',"
                                    + "'limit_price':'158'"
                                    + GTC);
            move(client, "2026-01-06T14:30:00Z");
            assertThat(client.get("/v2/orders/" + beyond).text("status")).isEqualTo("new");
            move(client, "2026-01-06T14:32:00Z");
            assertThat(client.get("/v2/orders/" + beyond).text("filled_avg_price"))
                    .isEqualTo("158");
        }
    }

    @Test
    void the_market_is_open_while_its_bars_last_and_an_opening_order_gets_the_open()
            throws IOException {
        try (Simulator simulator = start(SimulatorConfig.defaults());
                Client client = new Client(simulator)) {
            move(client, "2026-01-05T14:38:00Z");
            JsonNode clock = client.get("/v3/clock?markets=NYSE").json().at("/clocks/0");
            assertThat(clock.get("phase").asText()).isEqualTo("closed");
            assertThat(clock.get("phase_until")).isEqualTo(clock.get("next_market_open"));
            assertThat(client.get("/v2/clock").json().get("is_open").asBoolean()).isFalse();
            assertThat(client.get("/v2/clock").text("next_open"))
                    .isEqualTo("2026-01-06T09:30:00-05:00");
            String opg = submit(client, "'side':'buy','type':'market','time_in_force':'opg'");
            assertThat(client.get("/v2/orders/" + opg).text("status")).isEqualTo("accepted");
            move(client, "2026-01-06T14:30:30Z");
            assertThat(client.get("/v2/orders/" + opg).text("filled_avg_price")).isEqualTo("150");
            move(client, "2026-01-07T00:00:00Z");
            assertThat(client.get("/v2/clock").json().get("is_open").asBoolean()).isFalse();
        }
    }

    @Test
    void replayed_bars_are_aggregated_and_paged_market_data() throws IOException {
        try (Simulator simulator = start(SimulatorConfig.defaults());
                Client client = new Client(simulator)) {
            String minutes = "/v2/stocks/AAPL/bars?timeframe=1Min&start=2026-01-05";
            assertThat(client.get(minutes).json().get("bars")).isEmpty();
            move(client, "2026-01-06T14:30:00Z");
            JsonNode all =
                    client.get("/v2/stocks/bars?symbols=AAPL,MSFT&timeframe=1Min&start=2026-01-05")
                            .json();
            assertThat(all.at("/bars/AAPL").findValuesAsText("c")).containsExactly("205", "215");
            assertThat(all.at("/bars/MSFT").size()).isGreaterThan(500);
            JsonNode day = client.get(minutes.replace("1Min", "1Day")).json().at("/bars/0");
            assertThat(day.get("t").asText()).isEqualTo("2026-01-05T05:00:00Z");
            assertThat(day.get("o").asText()).isEqualTo("200");
            assertThat(day.get("h").asText()).isEqualTo("220");
            assertThat(day.get("c").asText()).isEqualTo("215");
            assertThat(day.get("v").asText()).isEqualTo("2000");
            JsonNode first = client.get(minutes + "&limit=1").json();
            assertThat(first.at("/bars/0/t").asText()).isEqualTo("2026-01-05T14:30:00Z");
            String token = "&page_token=" + first.get("next_page_token").asText();
            JsonNode second = client.get(minutes + "&limit=1" + token).json();
            assertThat(second.at("/bars/0/t").asText()).isEqualTo("2026-01-05T14:34:00Z");
            assertThat(second.get("next_page_token").isNull()).isTrue();
            assertThat(client.get("/v2/stocks/AAPL/trades?start=2026-01-05").json().get("trades"))
                    .hasSize(8);
        }
    }

    @Test
    void a_replay_continues_after_a_restart() throws IOException {
        SimulatorConfig config = SimulatorConfig.defaults().withStateDir(dir.resolve("state"));
        try (Simulator simulator = start(config);
                Client client = new Client(simulator)) {
            move(client, "2026-01-05T14:34:00Z");
            client.post("/sim/price", "{'symbol':'AAPL','price':'300'}");
        }
        try (Simulator simulator = start(config);
                Client client = new Client(simulator)) {
            assertThat(price(client)).isEqualTo("300");
            move(client, "2026-01-05T14:35:00Z");
            assertThat(price(client)).isEqualTo("204");
        }
    }

    @Test
    void a_split_converts_the_later_bars_of_the_file_also_after_a_restart() throws IOException {
        SimulatorConfig config = SimulatorConfig.defaults().withStateDir(dir.resolve("state"));
        try (Simulator simulator = start(config);
                Client client = new Client(simulator)) {
            submit(client, "'side':'buy','type':'market'");
            move(client, "2026-01-05T14:31:00Z");
            client.post(
                    "/sim/corporate-action",
                    "{'type':'split','symbol':'AAPL','old_rate':1,'new_rate':4}");
            assertThat(price(client)).isEqualTo("47.50");
            JsonNode position = client.get("/v2/positions/AAPL").json();
            assertThat(position.get("qty").asText()).isEqualTo("40");
            assertThat(position.get("lastday_price").asText()).isEqualTo("50");
            move(client, "2026-01-05T14:32:00Z");
            assertThat(price(client)).isEqualTo("52.50");
            move(client, "2026-01-05T14:34:00Z");
            assertThat(price(client)).isEqualTo("51.50");
        }
        try (Simulator simulator = start(config);
                Client client = new Client(simulator)) {
            move(client, "2026-01-05T14:35:00Z");
            assertThat(price(client)).isEqualTo("51.00");
            move(client, "2026-01-06T14:30:00Z");
            assertThat(price(client)).isEqualTo("37.50");
            String minutes = "/v2/stocks/AAPL/bars?timeframe=1Min&start=2026-01-05";
            JsonNode raw = client.get(minutes).json().get("bars");
            assertThat(raw.findValuesAsText("c")).containsExactly("205", "53.75");
            assertThat(raw.findValuesAsText("v")).containsExactly("1000", "4000");
            JsonNode adjusted = client.get(minutes + "&adjustment=split").json().get("bars");
            assertThat(adjusted.findValuesAsText("c")).containsExactly("51.25", "53.75");
            assertThat(adjusted.findValuesAsText("v")).containsExactly("4000", "4000");
            assertThat(client.get("/v2/stocks/AAPL/trades?start=2026-01-05").json().get("trades"))
                    .extracting(trade -> trade.get("p").asText())
                    .startsWith("200", "190", "52.5", "51.25", "51.5");
        }
    }

    @Test
    void the_clock_moves_forward_only_and_its_speed_is_bounded() throws IOException {
        try (Simulator simulator = start(SimulatorConfig.defaults());
                Client client = new Client(simulator)) {
            assertThat(client.get("/sim/clock").text("speed")).isEqualTo("0");
            assertThat(client.post("/sim/clock", "{'time':'2020-01-01'}").text("message"))
                    .isEqualTo("time: 2020-01-01 (expected: not before the exchange's time)");
            assertThat(client.post("/sim/clock", "{'speed':-1}").text("message"))
                    .isEqualTo("speed: -1 (expected: 0 to 1,000,000)");
            assertThat(client.post("/sim/clock", "{}").text("message"))
                    .isEqualTo("time or speed is required");
            assertThat(client.post("/sim/clock", "{'speed':60}").text("speed")).isEqualTo("60");
        }
    }

    private Simulator start(SimulatorConfig config) throws IOException {
        Bars bars = BarFiles.read(List.of(Files.writeString(dir.resolve("AAPL.csv"), BARS)));
        return Simulator.start(
                config.withRequestsPerMinute(0).withBars(bars).withSpeed(BigDecimal.ZERO));
    }

    private static void move(Client client, String time) {
        assertThat(client.post("/sim/clock", "{'time':'" + time + "'}").status()).isEqualTo(200);
    }

    private static String price(Client client) {
        return client.get("/sim/price?symbol=AAPL").text("price");
    }

    private static String submit(Client client, String fields) {
        String day = fields.contains("time_in_force") ? "" : ",'time_in_force':'day'";
        Client.Reply reply = client.submit("'symbol':'AAPL','qty':'10'," + fields + day);
        assertThat(reply.status()).as("%s", reply.json()).isEqualTo(200);
        return reply.text("id");
    }
}
