package dev.lockstep.simulator.bars;

import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of bars. The header names the columns in any order and case; unknown columns are
 * ignored. Without a {@code symbol} column the file name is the symbol: {@code AAPL.csv}, {@code
 * BTC-USD.csv}.
 */
public final class BarFile {
    private static final List<String> REQUIRED =
            List.of("timestamp", "open", "high", "low", "close", "volume");
    private static final Duration LONE_BAR = Duration.ofMinutes(1);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final Problems problems;
    private final SortedMap<String, List<Row>> rows = new TreeMap<>();
    private int count;

    public BarFile(Path path) {
        this.path = path;
        this.problems = new Problems(name(path));
    }

    /**
     * Reads all bars of the file, by symbol.
     *
     * @throws IllegalArgumentException that names the file, line, column, value and the allowed
     *     values
     */
    public SortedMap<String, List<Bar>> read() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            List<String> columns = header(reader.readLine());
            RowReader rowReader = new RowReader(columns, symbolOfFile(), problems);
            int line = 1;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    take(line, rowReader.read(line, cells(text)));
                }
            }
        } catch (MalformedInputException notText) {
            throw new IllegalArgumentException(
                    name(path) + ": not UTF-8 text (expected: CSV)", notText);
        }
        problems.check();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    name(path) + ": no row (expected: at least one row below the header)");
        }
        SortedMap<String, List<Bar>> bars = new TreeMap<>();
        rows.forEach((symbol, all) -> bars.put(symbol, bars(all)));
        return bars;
    }

    private List<String> header(@Nullable String line) {
        String text = line == null ? "" : line.replace(BYTE_ORDER_MARK, "");
        List<String> columns =
                cells(text).stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        List<String> missing =
                REQUIRED.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            problems.add(1, "header", text, "the columns " + String.join(", ", REQUIRED));
            problems.check();
        }
        return columns;
    }

    private void take(int line, @Nullable Row row) {
        if (row == null) {
            return;
        }
        count++;
        if (count > Bars.MAX_BARS) {
            throw new IllegalArgumentException(
                    name(path) + " line " + line + ": too many rows (expected: at most 1,000,000)");
        }
        List<Row> all = rows.computeIfAbsent(row.symbol(), _ -> new ArrayList<>());
        if (!all.isEmpty() && !row.start().isAfter(all.getLast().start())) {
            String expected = "later than the previous row, " + all.getLast().start();
            problems.add(line, "timestamp", row.start().toString(), expected);
            return;
        }
        all.add(row);
    }

    /**
     * Converts rows to bars. A row with a timestamp becomes a bar as long as the smallest distance
     * between two successive rows.
     */
    private static List<Bar> bars(List<Row> rows) {
        Duration length = LONE_BAR;
        for (int next = 1; next < rows.size(); next++) {
            Duration apart = Duration.between(rows.get(next - 1).start(), rows.get(next).start());
            length = next == 1 || apart.compareTo(length) < 0 ? apart : length;
        }
        Duration each = length;
        return rows.stream().map(row -> row.bar(each)).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(BarFile::cell).toList();
    }

    private static String cell(String text) {
        String cell = text.strip();
        boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
    }

    private String symbolOfFile() {
        return name(path).replaceFirst("\\.[^.]*$", "");
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
