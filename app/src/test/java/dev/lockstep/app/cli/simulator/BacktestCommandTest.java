package dev.lockstep.app.cli.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.cli.CliFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bots that are programs of their own, run against the past. */
@Tag("slow")
class BacktestCommandTest {
    private static final String CLIENTS = System.getProperty("simulator.clients", "");
    private static final String NODE_BOT =
            """
            import { createRequire } from 'module'
            const require = createRequire(process.env.CLIENTS + '/')
            const Alpaca = require('alpaca3')
            const WebSocket = require('ws')
            const alpaca = new Alpaca({ paper: true })
            const socket = new WebSocket(process.env.DATA_PROXY_WS + '/v2/iex')
            let held = false
            socket.on('open', () => socket.send(JSON.stringify({ action: 'auth',
              key: process.env.APCA_API_KEY_ID, secret: process.env.APCA_API_SECRET_KEY })))
            socket.on('message', async data => {
              for (const message of JSON.parse(data)) {
                if (message.msg === 'authenticated') {
                  socket.send(JSON.stringify({ action: 'subscribe', bars: ['AAPL'] }))
                }
                if (message.T !== 'b' || held === message.c > message.o) continue
                held = !held
                await alpaca.createOrder({ symbol: 'AAPL', qty: 10, side: held ? 'buy' : 'sell',
                  type: 'market', time_in_force: 'day' })
              }
            })
            """;

    @TempDir private Path home;

    private CliFixture cli = new CliFixture(Path.of("."));
    private BacktestFixture fixture = new BacktestFixture(Path.of("."));

    @BeforeEach
    void fixture() {
        cli = new CliFixture(home);
        fixture = new BacktestFixture(home);
    }

    @Test
    void a_java_bot_gets_the_same_result_in_each_run_over_bars() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 40);
        String first = report("first.json", bars);
        assertThat(report("second.json", bars)).isEqualTo(first);
        JsonNode report = JsonMapper.builder().build().readTree(first);
        JsonNode summary = report.get("summary");
        assertThat(summary.get("from").asText()).isEqualTo("2026-01-05T14:30:00Z");
        assertThat(summary.get("unfinishedSteps").asInt()).isZero();
        assertThat(summary.get("roundTrips").asInt()).isGreaterThan(5);
        assertThat(summary.get("wins").asInt() + summary.get("losses").asInt())
                .isLessThanOrEqualTo(report.get("roundTrips").size());
        assertThat(report.get("equity").size()).isEqualTo(summary.get("steps").asInt());
        assertThat(home.resolve("first.html")).content().contains("<svg", "Equity", "Round trips");
    }

    @Test
    void a_seed_needs_no_bars() throws IOException {
        CliFixture.Ran ran =
                cli.run(
                        fixture.command(
                                List.of(
                                        "--seed",
                                        "7",
                                        "--from",
                                        "2026-01-05",
                                        "--to",
                                        "2026-01-05"),
                                "seed.json",
                                BacktestFixture.bot("AAPL")));
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("the bot starts", "buy 200");
        JsonNode summary = JsonMapper.builder().build().readTree(ran.out()).get("summary");
        assertThat(summary.get("to").asText()).isEqualTo("2026-01-06T05:00:00Z");
        assertThat(summary.get("fees").asText()).isNotEqualTo("0.00");
    }

    @Test
    void a_bot_that_ends_early_is_reported_with_its_exit_code() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3);
        CliFixture.Ran ran =
                cli.run(
                        fixture.command(
                                List.of("--bars", bars.toString()),
                                "early.json",
                                List.of("sh", "-c", "exit 3")));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(
                        JsonMapper.builder()
                                .build()
                                .readTree(ran.out())
                                .at("/summary/botExitCode")
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    void what_a_bot_prints_when_it_is_ended_is_shown() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3);
        String bot =
                "trap 'echo first; sleep 1; echo saved; kill $!; exit 0' TERM; %s & wait"
                        .formatted(String.join(" ", BacktestFixture.bot("AAPL")));
        CliFixture.Ran ran =
                cli.run(
                        fixture.command(
                                List.of("--bars", bars.toString()),
                                "printing.json",
                                List.of("sh", "-c", bot)));
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("first", "saved");
    }

    @Test
    void a_report_that_cannot_be_written_is_refused_before_the_bot_runs() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3);
        CliFixture.Ran ran =
                cli.run(
                        fixture.command(
                                List.of("--bars", bars.toString()),
                                "missing/report.json",
                                List.of("sh", "-c", "echo it ran")));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("report: cannot write").doesNotContain("it ran");
    }

    @Test
    void time_passes_by_the_clock_for_a_bot_that_sleeps() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 30);
        CliFixture.Ran ran =
                cli.run(
                        fixture.command(
                                List.of("--bars", bars.toString(), "--sleepers", "--speed", "600"),
                                "sleepers.json",
                                BacktestFixture.bot("AAPL")));
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode summary = JsonMapper.builder().build().readTree(ran.out()).get("summary");
        assertThat(Instant.parse(summary.get("to").asText()))
                .isAfterOrEqualTo(Instant.parse("2026-01-05T15:00:00Z"));
    }

    @Test
    void wrong_input_names_the_option_its_value_and_what_is_allowed() throws IOException {
        String bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3).toString();
        assertRefused("bars: none (expected: either --bars DIR or --seed N)");
        assertRefused(
                "from: none (expected: a date from 1970-01-01 to 2029-12-31, the days of the"
                        + " calendar, since --seed is given)",
                "--seed",
                "1");
        assertRefused(
                "speed: fast (expected: a number > 0, or max)", "--bars", bars, "--speed", "fast");
        assertRefused("speed: 0 (expected: > 0, or max)", "--bars", bars, "--speed", "0");
        assertRefused("speed: max (expected: a number", "--bars", bars, "--sleepers");
        assertRefused("cash: -1 (expected: >= 0)", "--bars", bars, "--cash", "-1");
        assertRefused("quiet: 1h", "--bars", bars, "--quiet", "1h");
        assertRefused("wait: 0ms (expected: 1s to 24h)", "--bars", bars, "--wait", "0ms");
        assertRefused(
                "bars: cannot read " + home.resolve("none"),
                "--bars",
                home.resolve("none").toString());
        CliFixture.Ran noBot = cli.run("backtest", "--bars", bars);
        assertThat(noBot.code()).isEqualTo(2);
        assertThat(noBot.err()).contains("command: none (expected: the bot's program, after --)");
        CliFixture.Ran noProgram = cli.run("backtest", "--bars", bars, "--", "no-such-program");
        assertThat(noProgram.code()).isEqualTo(2);
        assertThat(noProgram.err())
                .contains("command: no-such-program (expected: a program that can be started)");
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01,,from: 1900-01-01",
        "2026-01-04,,from: 2026-01-04",
        "2026-01-13,,from: 2026-01-13",
        "2026-02-30,,from: 2026-02-30",
        "Monday,,from: Monday",
        ",2025-01-01,to: 2025-01-01",
        ",2026-01-13,to: 2026-01-13",
    })
    void a_date_without_bars_is_refused_with_the_dates_of_the_bars(
            String from, String to, String message) throws IOException {
        String range = " (expected: a date from 2026-01-05 to 2026-01-12, the days of the bars)";
        assertRefused(message + range, dates(from, to));
    }

    @Test
    void dates_between_which_there_are_no_bars_are_refused() throws IOException {
        assertRefused(
                "from: 2026-01-12 (expected: at most to, 2026-01-05)",
                dates("2026-01-12", "2026-01-05"));
        assertRefused(
                "from: 2026-01-10 (expected: a day with bars until to, 2026-01-11; the next bar is"
                        + " on 2026-01-12)",
                dates("2026-01-10", "2026-01-11"));
        String seed = "a date from 1970-01-01 to 2029-12-31, the days of the calendar";
        assertRefused(
                "from: 1900-01-01 (expected: " + seed,
                "--seed",
                "7",
                "--from",
                "1900-01-01",
                "--to",
                "2026-01-05");
    }

    @Test
    void a_backtest_from_a_weekend_starts_on_the_next_day_with_bars() throws IOException {
        List<String> options = List.of(dates("2026-01-10", null));
        CliFixture.Ran ran =
                cli.run(fixture.command(options, "weekend", List.of("sh", "-c", "exit 0")));
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("from: 2026-01-10 has no bars; the first ones are on 2026-01-12");
        assertThat(ran.json().at("/summary/from").asText()).isEqualTo("2026-01-12T05:00:00Z");
    }

    @Test
    void a_bot_of_an_npm_client_runs_unmodified() throws IOException {
        assumeFalse(CLIENTS.isEmpty(), "skipped: .ci/run fetches the clients where npm is");
        Path bot = Files.writeString(home.resolve("bot.mjs"), NODE_BOT);
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 60);
        CliFixture.Ran ran =
                cli.run(
                        fixture.command(
                                List.of("--bars", bars.toString()),
                                "npm.json",
                                List.of("env", "CLIENTS=" + CLIENTS, "node", bot.toString())));
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(
                        JsonMapper.builder()
                                .build()
                                .readTree(ran.out())
                                .at("/summary/roundTrips")
                                .asInt())
                .isGreaterThan(5);
    }

    /** Returns the options of a backtest over bars of two Mondays. */
    private String[] dates(@Nullable String from, @Nullable String to) throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3);
        Files.writeString(
                bars, Files.readString(bars) + "2026-01-12T14:30:00Z,230,232,229,231,10000\n");
        List<String> options = new ArrayList<>(List.of("--bars", bars.toString()));
        if (from != null) {
            options.addAll(List.of("--from", from));
        }
        if (to != null) {
            options.addAll(List.of("--to", to));
        }
        return options.toArray(String[]::new);
    }

    private void assertRefused(String message, String... options) {
        List<String> all = new ArrayList<>(List.of("backtest"));
        all.addAll(List.of(options));
        all.addAll(List.of("--", "true"));
        CliFixture.Ran ran = cli.run(all.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(message).doesNotContain("\tat ");
    }

    private String report(String name, Path bars) throws IOException {
        CliFixture.Ran ran =
                cli.run(
                        fixture.command(
                                List.of("--bars", bars.toString()),
                                name,
                                BacktestFixture.bot("AAPL")));
        assertThat(ran.code()).as(ran.err()).isZero();
        return Files.readString(home.resolve(name));
    }
}
