package dev.lockstep.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rows under headings in aligned columns: text to the left, numbers to the right. A cell keeps its
 * value until the table is printed, so that a {@link CellFormat} decides how times and amounts
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

    /** Returns whether there is anything below the headings. */
    public boolean hasRows() {
        return !rows.isEmpty();
    }

    /** Returns the lines to print. */
    public List<String> lines() {
        return lines(CellFormat.UTC);
    }

    /** Returns the lines to print, without colours. */
    public List<String> lines(CellFormat format) {
        return lines(format, (_, text) -> text);
    }

    /**
     * Returns the lines to print.
     *
     * @param painter returns a text in a colour; it is called for coloured cells only
     */
    public List<String> lines(CellFormat format, BiFunction<CellColor, String, String> painter) {
        List<List<String>> texts =
                rows.stream().map(row -> row.stream().map(format::text).toList()).toList();
        List<Column> columns =
                IntStream.range(0, headings.size())
                        .mapToObj(column -> Column.of(column, headings, texts))
                        .toList();
        List<String> lines = new ArrayList<>();
        if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
            lines.add(joined(padded(headings, columns)));
        }
        for (int row = 0; row < texts.size(); row++) {
            lines.add(joined(painted(rows.get(row), padded(texts.get(row), columns), painter)));
        }
        return lines;
    }

    private static List<String> padded(List<String> cells, List<Column> columns) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> columns.get(column).padded(cells.get(column)))
                .toList();
    }

    /** Colours the cells after they are aligned, because a colour takes no room. */
    private static List<String> painted(
            List<Object> values,
            List<String> cells,
            BiFunction<CellColor, String, String> painter) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> painted(values.get(column), cells.get(column), painter))
                .toList();
    }

    private static String painted(
            Object value, String cell, BiFunction<CellColor, String, String> painter) {
        CellColor color = CellColor.of(value);
        return color == CellColor.NONE ? cell : painter.apply(color, cell);
    }

    private static String joined(List<String> cells) {
        return String.join(GAP, cells).stripTrailing();
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
