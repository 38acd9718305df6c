package dev.lockstep.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under headings, aligned for a person: text to the left, numbers to the right. A cell keeps
 * its value until the table is printed, so that a {@link CellFormat} decides how times and amounts
 * look.
 */
public final class Table {
    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<Object>> rows = new ArrayList<>();

    /** Creates a table; empty headings are not printed. */
    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row, one cell under each heading. */
    public Table row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells under " + headings.size() + " headings");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Returns the lines to print. */
    public List<String> lines() {
        return lines(CellFormat.UTC);
    }

    /** Returns the lines to print. */
    public List<String> lines(CellFormat format) {
        List<List<String>> texts =
                rows.stream().map(row -> row.stream().map(format::text).toList()).toList();
        List<Column> columns =
                IntStream.range(0, headings.size())
                        .mapToObj(column -> Column.of(column, headings, texts))
                        .toList();
        List<String> lines = new ArrayList<>();
        if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
            lines.add(line(headings, columns));
        }
        texts.forEach(row -> lines.add(line(row, columns)));
        return lines;
    }

    private static String line(List<String> cells, List<Column> columns) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> columns.get(column).padded(cells.get(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private record Column(int width, boolean numbers) {
        private static final Pattern NUMBER = Pattern.compile("[-+]?\\$?[0-9.,]*");

        static Column of(int column, List<String> headings, List<List<String>> rows) {
            int width =
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .reduce(headings.get(column).length(), Math::max);
            boolean numbers =
                    !rows.isEmpty()
                            && rows.stream()
                                    .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
            return new Column(width, numbers);
        }

        String padded(String cell) {
            String space = " ".repeat(width - cell.length());
            return numbers ? space + cell : cell + space;
        }
    }
}
