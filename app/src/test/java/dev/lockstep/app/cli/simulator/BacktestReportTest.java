package dev.lockstep.app.cli.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the report of a backtest says, and where it is written. */
@Tag("slow")
class BacktestReportTest {
    private static final List<String> ENDING = List.of("sh", "-c", "exit 0");

    @TempDir private Path home;

    private CliFixture cli = new CliFixture(Path.of("."));
    private BacktestFixture fixture = new BacktestFixture(Path.of("."));

    @BeforeEach
    void fixture() {
        cli = new CliFixture(home);
        fixture = new BacktestFixture(home);
    }

    @Test
    void it_lists_trades_round_trips_with_their_fees_and_entries_of_open_positions()
            throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 40);
        JsonNode report = run(bars, BacktestFixture.bot("AAPL"), "all").json();
        JsonNode trade = report.at("/trades/0");
        assertThat(trade.get("time").asText()).isEqualTo("2026-01-05T14:34:00Z");
        assertThat(trade.get("side").asText()).isEqualTo("buy");
        assertThat(trade.get("qty").asText()).isEqualTo("10");
        assertThat(trade.get("price").asText()).isEqualTo("232");
        assertThat(trade.get("value").asText()).isEqualTo("2320.00");
        JsonNode trip = report.at("/roundTrips/0");
        assertThat(trip.get("enteredAt")).isEqualTo(trade.get("time"));
        assertThat(trip.get("entryPrice").asText()).isEqualTo("232");
        assertThat(trip.get("exitPrice").asText()).isEqualTo("231");
        assertThat(trip.get("exitedAt").asText()).isEqualTo("2026-01-05T14:35:00Z");
        assertThat(trip.get("profit").asText()).isEqualTo("-10.00");
        assertThat(sum(trip, "profit").subtract(sum(trip, "fees")))
                .isEqualByComparingTo(sum(trip, "profitAfterFees"));
        JsonNode position = report.at("/positions/0");
        assertThat(position.get("symbol").asText()).isEqualTo("AAPL");
        assertThat(sum(position, "entryPrice").multiply(BigDecimal.TEN))
                .isEqualByComparingTo(sum(position, "entryValue"));
        assertThat(sum(position, "value").subtract(sum(position, "entryValue")))
                .isEqualByComparingTo(sum(position, "profit"));
        assertThat(report.at("/summary/fees").asText()).isNotEqualTo("0.00");
        assertThat(report.at("/summary/end").asText()).isEqualTo("complete");
        assertThat(report.at("/summary/interrupted").asBoolean()).isFalse();
    }

    @Test
    void the_profits_after_fees_and_open_positions_add_up_to_the_account() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 40);
        JsonNode report = run(bars, BacktestFixture.bot("AAPL"), "sum").json();
        BigDecimal profit = BigDecimal.ZERO;
        for (JsonNode trip : report.get("roundTrips")) {
            profit = profit.add(sum(trip, "profit"));
        }
        for (JsonNode position : report.get("positions")) {
            profit = profit.add(sum(position, "profit"));
        }
        assertThat(profit.subtract(sum(report.get("summary"), "fees")))
                .isEqualByComparingTo(sum(report.get("summary"), "profit"));
    }

    @Test
    void a_symbol_without_bars_is_named_and_its_orders_are_rejected() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 5);
        CliFixture.Ran ran = run(bars, BacktestFixture.bot("MSFT"), "unlisted");
        assertThat(ran.err())
                .contains(
                        "MSFT has no bars in AAPL.csv: its orders are rejected, its market data is"
                                + " empty");
        assertThat(ran.json().get("symbolsWithoutBars").toString()).isEqualTo("[\"MSFT\"]");
        assertThat(home.resolve("unlisted.html"))
                .content()
                .contains("Symbols without bars", "MSFT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.json", "x.html"})
    void its_name_is_given_with_or_without_an_ending(String name) throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3);
        run(bars, ENDING, name);
        assertThat(home.resolve("x.json")).content().startsWith("{");
        assertThat(home.resolve("x.html")).content().startsWith("<!doctype html>");
        try (var files = Files.list(home)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("x")))
                    .hasSize(2);
        }
    }

    @Test
    void a_report_that_another_backtest_writes_is_refused() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3);
        run(bars, ENDING, "taken");
        String earlier = Files.readString(home.resolve("taken.json"));
        try (RandomAccessFile file =
                        new RandomAccessFile(home.resolve("taken.json").toFile(), "rw");
                FileLock _ = file.getChannel().lock()) {
            CliFixture.Ran ran =
                    cli.run(fixture.command(List.of("--bars", bars.toString()), "taken", ENDING));
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("is in use by another backtest (expected: another name)");
        }
        assertThat(home.resolve("taken.json")).content().isEqualTo(earlier);
    }

    @Test
    void no_empty_report_stays_behind() throws IOException {
        Path bars = BacktestFixture.bars(home.resolve("AAPL.csv"), 3);
        CliFixture.Ran ran =
                cli.run(
                        fixture.command(
                                List.of("--bars", bars.toString()),
                                "none",
                                List.of("no-such-program")));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(home.resolve("none.json")).doesNotExist();
        assertThat(home.resolve("none.html")).doesNotExist();
    }

    private CliFixture.Ran run(Path bars, List<String> bot, String report) {
        CliFixture.Ran ran =
                cli.run(fixture.command(List.of("--bars", bars.toString()), report, bot));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private static BigDecimal sum(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText());
    }
}
