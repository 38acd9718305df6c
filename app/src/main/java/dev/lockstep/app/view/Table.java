package dev.lockstep.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text table: text aligned to the left, numbers to the right. */
public final class Table {
    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

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
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    /** Returns the lines to print. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
            lines.add(line(headings));
        }
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(column, cells.get(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String padded(int column, String cell) {
        int width =
                rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .reduce(headings.get(column).length(), Math::max);
        String space = " ".repeat(width - cell.length());
        return numbers(column) ? space + cell : cell + space;
    }

    private boolean numbers(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.matches("[-+]?[0-9.,]*"));
    }
}
