package dev.lockstep.app.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFileTest {
    private static final String HEAD = "symbol,side,qty,type,limitPrice,key\n";

    @Test
    void a_bad_row_is_named_by_line_field_value_and_rule_and_the_others_are_kept()
            throws IOException {
        List<FileRow> rows = csv(HEAD + "AAPL,buy,1,,,\nAAPL,buy,0,,,\n\nMSFT,sell,2,,,\n");
        assertThat(rows).extracting(FileRow::line).containsExactly(2, 3, 5);
        assertThat(rows.get(1)).isEqualTo(new FileRow.Bad(3, "qty", "0", "> 0"));
        assertThat(rows.get(2)).isInstanceOf(FileRow.Good.class);
    }

    @Test
    void a_quote_that_is_not_closed_spoils_its_own_row_only() throws IOException {
        List<FileRow> rows = csv(HEAD + "AAPL,buy,\"1,,,\nMSFT,sell,2,,,\n");
        assertThat(rows.get(0)).isInstanceOf(FileRow.Bad.class);
        assertThat(rows.get(1)).isInstanceOf(FileRow.Good.class);
    }

    @Test
    void a_row_of_another_length_is_bad() throws IOException {
        assertThat(csv(HEAD + "AAPL,buy,1\n"))
                .containsExactly(new FileRow.Bad(2, "row", "3 cells", "6 as in the first line"));
    }

    @Test
    void a_carriage_return_ends_a_line_with_or_without_a_line_feed() throws IOException {
        String rows = HEAD + "AAPL,buy,1,,,\nMSFT,buy,2,,,\r\nF,buy,3,,,\rKO,buy,4,,,\n";
        for (String text : List.of(rows, rows.replaceAll("\r?\n|\r", "\r"))) {
            assertThat(csv(text)).hasSize(4).allMatch(FileRow.Good.class::isInstance);
            assertThat(csv(text)).extracting(FileRow::line).containsExactly(2, 3, 4, 5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n \n", "\uFEFF"})
    void an_empty_file_is_refused(String text) {
        assertThatThrownBy(() -> csv(text))
                .hasMessage("file: empty (expected: at least one line with orders)");
        assertThatThrownBy(() -> jsonl(text)).hasMessageStartingWith("file: empty");
    }

    @Test
    void column_names_may_be_written_as_people_write_them() throws IOException {
        List<FileRow> rows =
                csv("\uFEFFSymbol,SIDE,Qty,time_in_force,limitPrice\r\nF,buy,1,gtc,9\r\n");
        assertThat(rows).singleElement().isInstanceOf(FileRow.Good.class);
    }

    @Test
    void an_unknown_column_spoils_the_whole_file_before_anything_is_read() {
        assertThatThrownBy(() -> csv("symbol,side,qty,colour\nAAPL,buy,1,red\n"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("column: colour (expected: symbol, side, qty");
    }

    @Test
    void a_column_named_twice_spoils_the_whole_file() {
        assertThatThrownBy(() -> csv("symbol,side,qty,QTY\n"))
                .hasMessage("column: QTY (expected: each field once)");
    }

    @Test
    void json_numbers_are_read_exactly_as_they_are_written() throws IOException {
        List<FileRow> rows =
                jsonl("{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":0.1,\"limitPrice\":150.10}");
        FileRow.Good good = (FileRow.Good) rows.getFirst();
        assertThat(good.order().terms().orderQty()).isEqualTo(Quantity.of("0.1"));
    }

    @Test
    void a_huge_json_number_is_refused_and_costs_nothing() throws IOException {
        assertThat(jsonl("{\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":1e999999999}"))
                .containsExactly(
                        new FileRow.Bad(
                                1, "qty", "1E+999999999", "at most 18 digits before the point"));
    }

    @Test
    void each_bad_json_line_is_named_for_itself() throws IOException {
        List<FileRow> rows =
                jsonl(
                        """
                        nonsense
                        [1]
                        {"symbol":"AAPL","symbol":"MSFT"}
                        {"symbol":"AAPL","sid":"buy"}
                        {"symbol":"AAPL","side":true}
                        {"symbol":"AAPL","side":"buy","qty":1}
                        """);
        assertThat(rows.subList(0, 5)).allMatch(FileRow.Bad.class::isInstance);
        assertThat(rows.get(5)).isInstanceOf(FileRow.Good.class);
    }

    @Test
    void a_line_without_end_is_cut_and_named() throws IOException {
        List<FileRow> rows = csv(HEAD + "A".repeat(5_000) + "\nF,buy,1,,,\n");
        assertThat(rows.get(0)).isInstanceOf(FileRow.Bad.class);
        assertThat(rows.get(1)).isInstanceOf(FileRow.Good.class);
    }

    @Test
    void more_rows_than_allowed_are_refused() {
        String row = "F,buy,1,,,\n";
        assertThatThrownBy(() -> csv(HEAD + row.repeat(OrderFile.MAX_ROWS + 1)))
                .hasMessage("file: more rows (expected: at most 100000 rows)");
    }

    @Test
    void a_file_that_is_not_there_or_is_no_text_is_named(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> OrderFile.read(folder.resolve("no.csv"), Optional.empty()))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining("no.csv");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xff, 'a'});
        assertThatThrownBy(() -> OrderFile.read(binary, Optional.empty()))
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void the_format_is_told_by_the_name_or_must_be_said(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.txt"), HEAD + "F,buy,1,,,\n");
        assertThatThrownBy(() -> OrderFile.read(file, Optional.empty()))
                .hasMessageContaining("a name ending in .csv, .jsonl or .ndjson, or --format");
        assertThat(OrderFile.read(file, Optional.of(FileFormat.CSV))).hasSize(1);
    }

    private static List<FileRow> csv(String text) throws IOException {
        return read(text, FileFormat.CSV);
    }

    private static List<FileRow> jsonl(String text) throws IOException {
        return read(text, FileFormat.JSONL);
    }

    private static List<FileRow> read(String text, FileFormat format) throws IOException {
        return OrderFile.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format);
    }
}
