package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.exchange.hours.RealHours;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A market of the past, as a backtest uses it. */
class PastMarketTest {
    private static final String BARS =
            """
            timestamp,open,high,low,close,volume
            2026-01-05T14:30:00Z,100,110,90,105,1000
            2026-01-05T14:31:00Z,106,120,104,115,1000
            2026-01-06T14:30:00Z,120,130,119,125,1000
            2026-01-06T14:31:00Z,125,131,124,130,1000
            """;
    private static final String BUY =
            "'qty':'10','side':'buy','type':'market','time_in_force':'gtc','symbol':";

    @TempDir Path dir;

    @Test
    void a_symbol_without_bars_is_not_listed() throws IOException {
        try (Simulator simulator = withBars();
                Client client = new Client(simulator)) {
            Client.Reply order = client.submit(BUY + "'MSFT'");
            assertThat(order.status()).isEqualTo(422);
            assertThat(order.text("message")).isEqualTo("asset \"MSFT\" not found");
            assertThat(client.get("/v2/assets/MSFT").status()).isEqualTo(404);
            assertThat(client.get("/v2/assets").json()).hasSize(1);
            String bars = "/v2/stocks/bars?symbols=AAPL,TSLA&timeframe=1Min&start=2026-01-05";
            assertThat(client.get(bars).json().at("/bars/TSLA")).isEmpty();
            assertThat(client.get("/v2/stocks/TSLA/trades/latest").json().has("trade")).isFalse();
            assertThat(client.submit(BUY + "'BTC/USD'").status()).isEqualTo(422);
            assertThat(client.submit(BUY + "'AAPL'").status()).isEqualTo(200);
            assertThat(simulator.unlistedSymbols()).containsExactly("BTC/USD", "MSFT", "TSLA");
        }
    }

    @Test
    void a_subscription_to_every_symbol_gets_the_bars_of_all_files() throws IOException {
        try (Simulator simulator = withBars();
                DataStreamClient stream =
                        DataStreamClient.authenticated(simulator, "/v2/iex", false)) {
            stream.send("{'action':'subscribe','bars':['*']}");
            stream.next("subscription");
            ExchangeSteps steps = simulator.steps();
            steps.advanceTo(Objects.requireNonNull(steps.next()));
            assertThat(stream.next("b").get("S").asText()).isEqualTo("AAPL");
        }
    }

    @Test
    void yesterdays_price_is_the_last_close_of_the_bars() throws IOException {
        try (Simulator simulator = withBars();
                Client client = new Client(simulator)) {
            client.submit(BUY + "'AAPL'");
            JsonNode first = client.get("/v2/positions/AAPL").json();
            assertThat(first.get("lastday_price").asText()).isEqualTo("100");
            simulator.steps().advanceTo(Instant.parse("2026-01-06T14:31:00Z"));
            JsonNode second = client.get("/v2/positions/AAPL").json();
            assertThat(second.get("lastday_price").asText()).isEqualTo("115");
            assertThat(second.get("current_price").asText()).isEqualTo("125");
            assertThat(second.get("change_today").asText()).startsWith("0.0869565");
            assertThat(client.get("/v2/stocks/AAPL/snapshot").json().at("/prevDailyBar/c").asText())
                    .isEqualTo("115");
        }
    }

    @Test
    void an_order_does_not_move_a_seeded_price() {
        try (Simulator simulator = seeded("2026-01-06T15:00:00Z");
                Client client = new Client(simulator)) {
            BigDecimal before = simulator.price("AAPL");
            client.submit(BUY + "'AAPL'");
            client.submit(BUY + "'AAPL'");
            assertThat(simulator.price("AAPL")).isEqualByComparingTo(before);
        }
    }

    @Test
    void yesterdays_price_is_the_last_close_of_the_seeded_history() {
        try (Simulator simulator = seeded("2026-01-06T15:00:00Z");
                Client client = new Client(simulator)) {
            client.submit(BUY + "'AAPL'");
            String close =
                    client.get("/v2/stocks/AAPL/snapshot").json().at("/prevDailyBar/c").asText();
            assertThat(client.get("/v2/positions/AAPL").text("lastday_price")).isEqualTo(close);
        }
    }

    @Test
    void minutes_before_the_open_are_delivered_in_their_time() {
        try (Simulator simulator = seeded("2026-01-06T05:00:00Z");
                DataStreamClient stream =
                        DataStreamClient.authenticated(simulator, "/v2/iex", false)) {
            stream.send("{'action':'subscribe','bars':['AAPL']}");
            stream.next("subscription");
            ExchangeSteps steps = simulator.steps();
            Instant open = Instant.parse("2026-01-06T09:00:00Z");
            assertThat(steps.next()).isEqualTo(open);
            for (int minute = 0; minute < 3; minute++) {
                steps.advanceTo(Objects.requireNonNull(steps.next()));
            }
            assertThat(steps.time()).isEqualTo(open.plus(Duration.ofMinutes(2)));
            assertThat(stream.next("b").get("t").asText()).isEqualTo("2026-01-06T09:00:00Z");
            assertThat(stream.next("b").get("t").asText()).isEqualTo("2026-01-06T09:01:00Z");
            steps.advanceTo(Instant.parse("2026-01-07T01:00:00Z"));
            assertThat(steps.next()).isEqualTo(Instant.parse("2026-01-07T09:00:00Z"));
        }
    }

    @Test
    void a_client_is_asked_a_few_times_however_long_it_must_be_quiet() throws InterruptedException {
        try (Simulator simulator = seeded("2026-01-06T15:00:00Z");
                DataStreamClient stream =
                        DataStreamClient.authenticated(simulator, "/v2/iex", false)) {
            stream.send("{'action':'subscribe','bars':['AAPL']}");
            stream.next("subscription");
            boolean settled =
                    simulator
                            .steps()
                            .settle(
                                    Duration.ofSeconds(1),
                                    Duration.ofMinutes(1),
                                    System::nanoTime,
                                    () -> true);
            assertThat(settled).isTrue();
            assertThat(stream.pings()).isBetween(8, 30);
        }
    }

    private Simulator withBars() throws IOException {
        Path file = Files.writeString(dir.resolve("AAPL.csv"), BARS);
        return Simulator.start(past().withBars(BarFiles.read(List.of(file))));
    }

    private static Simulator seeded(String time) {
        return Simulator.start(
                past().withClock(InstantSource.fixed(Instant.parse(time))).withSeed(7));
    }

    private static SimulatorConfig past() {
        return SimulatorConfig.defaults()
                .withRequestsPerMinute(0)
                .withHours(new RealHours())
                .withSpeed(BigDecimal.ZERO)
                .withSteps()
                .withPastMarket();
    }
}
