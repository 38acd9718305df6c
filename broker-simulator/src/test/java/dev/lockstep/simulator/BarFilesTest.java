package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class BarFilesTest {
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";

    @TempDir Path dir;

    @Test
    void the_symbol_is_a_column_or_the_file_name() throws IOException {
        Bars byName = read("BTC-USD.csv", HEADER + "2026-01-05T14:30:00Z,100,110,90,105,1000\n");
        assertThat(byName.bySymbol()).containsOnlyKeys("BTC/USD");
        Bars byColumn =
                read(
                        "bars.csv",
                        """
                        \uFEFFSymbol,Volume,Close,Low,High,Open,Timestamp,vwap
                        aapl,1000,105,90,110,100,2026-01-05 09:30:00-05:00,101
                        MSFT,0,105,90,110,100,2026-01-05T14:30:00Z,

                        "AAPL","5",104,104,104,104,2026-01-05T14:31:00Z,
                        """);
        assertThat(byColumn.bySymbol()).containsOnlyKeys("AAPL", "MSFT");
        assertThat(byColumn.of("AAPL")).hasSize(2);
        assertThat(byColumn.start()).isEqualTo("2026-01-05T14:30:00Z");
        assertThat(byColumn.end()).isEqualTo("2026-01-05T14:32:00Z");
    }

    @Test
    void a_bar_lasts_until_the_next_and_a_date_means_the_session_of_that_day() throws IOException {
        Bars hours =
                read(
                        "AAPL.csv",
                        HEADER
                                + "2026-01-05T14:00:00Z,1,1,1,1,1\n"
                                + "2026-01-05T15:00:00Z,1,1,1,1,1\n"
                                + "2026-01-06T14:00:00Z,1,1,1,1,1\n");
        assertThat(hours.of("AAPL"))
                .extracting(Bar::end)
                .containsExactly(
                        Instant.parse("2026-01-05T15:00:00Z"),
                        Instant.parse("2026-01-05T16:00:00Z"),
                        Instant.parse("2026-01-06T15:00:00Z"));
        Bar day = read("MSFT.csv", HEADER + "2026-07-02,1,1,1,1,1\n").of("MSFT").getFirst();
        assertThat(day.start()).isEqualTo("2026-07-02T13:30:00Z");
        assertThat(day.end()).isEqualTo("2026-07-02T20:00:00Z");
    }

    @Test
    void the_noise_of_floating_point_arithmetic_is_rounded_away() throws IOException {
        Bar bar =
                read(
                                "AAPL.csv",
                                HEADER
                                        + "2026-01-05T14:30:00Z,101.03999999999999,"
                                        + "120.00000000000001,0.1234567885,100,"
                                        + "0.30000000000000004\n")
                        .of("AAPL")
                        .getFirst();
        assertThat(bar.open()).hasToString("101.04");
        assertThat(bar.high()).hasToString("120");
        assertThat(bar.low()).as("half to even").hasToString("0.123456788");
        assertThat(bar.volume()).hasToString("0.3");
        assertThatThrownBy(() ->
                        read("MSFT.csv", HEADER + "2026-01-05T14:30:00Z,1,1,0.0000000001,1,1\n"))
                .hasMessageStartingWith("MSFT.csv line 2, low: \"0.0000000001\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    yesterday,1,1,1,1,1             | line 2, timestamp: "yesterday" (expected: a time such as
                    2026-01-05T14:30:00Z,x,1,1,1,1  | line 2, open: "x" (expected: a number > 0
                    2026-01-05T14:30:00Z,1,1,0,1,1  | line 2, low: "0" (expected: a number > 0
                    2026-01-05T14:30:00Z,5,4,1,4,1  | line 2, high: "4" (expected: at least open and close, 5)
                    2026-01-05T14:30:00Z,5,6,5.5,6,1 | line 2, low: "5.5" (expected: at most open and close, 5)
                    2026-01-05T14:30:00Z,1,1,1,1,-2 | line 2, volume: "-2" (expected: a number >= 0 with at most 18 digits, rounded to 9 decimals)
                    2026-01-05T14:30:00Z,1,1,1,1    | line 2, row: "5 cells" (expected: 6 cells, as in the header)
                    """)
    void an_invalid_row_is_reported_with_file_line_column_value_and_allowed_values(
            String row, String message) {
        assertThatThrownBy(() -> read("AAPL.csv", HEADER + row + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("AAPL.csv " + message);
    }

    @Test
    void a_folder_is_not_a_file_of_bars() {
        assertThatThrownBy(() -> BarFiles.read(List.of(dir)))
                .hasMessage(dir + ": a folder (expected: a CSV file)");
    }

    @Test
    void a_header_names_the_columns_that_it_lacks() {
        assertThatThrownBy(() -> read("AAPL.csv", HEADER.replace("close", "last")))
                .hasMessageStartingWith("AAPL.csv line 1, header: \"timestamp,")
                .hasMessageEndingWith("; missing: close)");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> read("AAPL.csv", ""))
                .hasMessageStartingWith("AAPL.csv line 1, header: \"\" (expected: the columns");
    }

    @Test
    void rows_are_packed_without_loss() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int minute = 0; minute < 10_000; minute++) {
            rows.append(Instant.parse("2026-01-05T00:00:00Z").plusSeconds(60L * minute))
                    .append(",1.50,3,0.000000001," + (1 + minute % 2) + ".125," + minute + "\n");
        }
        List<Bar> bars = read("AAPL.csv", rows.toString()).of("AAPL");
        assertThat(bars).hasSize(10_000);
        Bar bar = bars.get(9_999);
        assertThat(bar.start()).isEqualTo("2026-01-11T22:39:00Z");
        assertThat(bar.end()).isEqualTo("2026-01-11T22:40:00Z");
        assertThat(bar.open().toPlainString()).isEqualTo("1.50");
        assertThat(bar.low().toPlainString()).isEqualTo("0.000000001");
        assertThat(bar.close().toPlainString()).isEqualTo("2.125");
        assertThat(bar.volume().toPlainString()).isEqualTo("9999");
    }

    @Test
    void all_invalid_rows_are_reported_up_to_a_limit() {
        String rows = "nonsense,1,1,1,1,1\n".repeat(30);
        assertThatThrownBy(() -> read("AAPL.csv", HEADER + rows))
                .hasMessageContaining("line 2, ")
                .hasMessageContaining("line 21, ")
                .hasMessageEndingWith("and 10 more");
    }

    @Test
    void a_file_without_bars_is_rejected() {
        assertThatThrownBy(() -> read("AAPL.csv", ""))
                .hasMessageContaining("line 1, header: \"\" (expected: the columns timestamp, ");
        assertThatThrownBy(() -> read("AAPL.csv", "time,open,high,low,close,volume\n"))
                .hasMessageContaining("the columns timestamp");
        assertThatThrownBy(() -> read("AAPL.csv", HEADER)).hasMessageContaining("no row");
        String row = "2026-01-05T14:30:00Z,1,1,1,1,1\n";
        assertThatThrownBy(() -> read("ZZZZ.csv", HEADER + row))
                .hasMessageContaining("symbol (the file's name): \"ZZZZ\"");
        assertThatThrownBy(() -> read("AAPL.csv", HEADER + row + row))
                .hasMessageContaining("line 3, timestamp")
                .hasMessageContaining("later than the previous row");
    }

    @Test
    void a_symbol_in_two_files_is_rejected() throws IOException {
        String row = "2026-01-05T14:30:00Z,1,1,1,1,1\n";
        Path one = Files.writeString(dir.resolve("AAPL.csv"), HEADER + row);
        Path two = Files.writeString(dir.resolve("aapl.txt"), HEADER + row);
        assertThatThrownBy(() -> BarFiles.read(List.of(one, two)))
                .hasMessageContaining("AAPL (expected: in one file only)");
    }

    private Bars read(String name, String text) throws IOException {
        return BarFiles.read(List.of(Files.writeString(dir.resolve(name), text)));
    }
}
