package dev.lockstep.simulator.bars;

import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Bars;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of bars. The header names the columns in any order and case; unknown columns are
 * ignored. Without a {@code symbol} column the file name is the symbol: {@code AAPL.csv}, {@code
 * BTC-USD.csv}.
 */
public final class BarFile {
    private static final List<String> REQUIRED =
            List.of("timestamp", "open", "high", "low", "close", "volume");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final Problems problems;
    private final SortedMap<String, PackedBars> rows = new TreeMap<>();
    private final IntConsumer read;
    private final int most;
    private int count;

    /**
     * Creates it.
     *
     * @param most the most rows
     * @param read receives the number of characters of each line
     */
    public BarFile(Path path, int most, IntConsumer read) {
        this.path = path;
        this.most = most;
        this.read = read;
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
                read.accept(text.length() + 1);
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
        return new TreeMap<>(rows);
    }

    /** Returns the most rows of all files: half of Java's memory, and the most bars. */
    public static int most() {
        long bars = Runtime.getRuntime().maxMemory() / 2 / PackedBars.BYTES_PER_BAR;
        return Math.clamp(bars, 1, Bars.MAX_BARS);
    }

    private List<String> header(@Nullable String line) {
        String text = line == null ? "" : line.replace(BYTE_ORDER_MARK, "");
        List<String> columns =
                cells(text).stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        List<String> missing =
                REQUIRED.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            String expected =
                    "the columns "
                            + String.join(", ", REQUIRED)
                            + "; missing: "
                            + String.join(", ", missing);
            problems.add(1, "header", text, expected);
            problems.check();
        }
        return columns;
    }

    private void take(int line, @Nullable Row row) {
        if (row == null) {
            return;
        }
        count++;
        if (count > most) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s line %d: too many rows (expected: at most %,d in all files, for"
                                    + " Java's memory of %,d MB)",
                            name(path),
                            line,
                            most(),
                            Runtime.getRuntime().maxMemory() >> 20));
        }
        PackedBars all = rows.computeIfAbsent(row.symbol(), _ -> new PackedBars());
        if (!all.isEmpty() && !row.start().isAfter(all.lastStart())) {
            String expected = "later than the previous row, " + all.lastStart();
            problems.add(line, "timestamp", row.start().toString(), expected);
            return;
        }
        all.add(row);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            cells.add(cell(line.substring(from, comma)));
            from = comma + 1;
        }
        cells.add(cell(line.substring(from)));
        return cells;
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
