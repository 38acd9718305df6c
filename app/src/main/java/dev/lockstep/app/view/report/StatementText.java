package dev.lockstep.app.view.report;

import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.report.StatementBody.InstrumentBody;
import dev.lockstep.domain.money.GroupedNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A daily statement as tables, as one HTML page without scripts, and as CSV. */
public final class StatementText {
    private static final List<String> COLUMNS =
            List.of(
                    "symbol",
                    "open qty",
                    "close qty",
                    "previous close",
                    "close",
                    "executions",
                    "bought",
                    "sold",
                    "result");
    private static final String STYLE =
            """
            :root{color-scheme:light dark}
            body{font:14px/1.5 system-ui,sans-serif;max-width:1000px;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
            td,th{padding:.15rem .75rem;text-align:right;border-bottom:1px solid #8888}
            td:first-child,th:first-child{text-align:left}
            """;

    private final StatementBody statement;

    public StatementText(StatementBody statement) {
        this.statement = statement;
    }

    /** Returns the reconciliation of the equity. */
    public Table reconciliation() {
        Table table = new Table("", "amount");
        steps().forEach(step -> table.row(step.toArray()));
        return table;
    }

    /** Returns the positions and trades. */
    public Table instruments() {
        Table table = new Table(COLUMNS.toArray(String[]::new));
        statement.instruments().forEach(each -> table.row(cells(each).toArray()));
        return table;
    }

    /** Returns the page. */
    public String html() {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Statement %1$s</title><style>
        %2$s</style></head>
        <body><h1>Statement of %1$s</h1>
        %3$s
        <h2>Equity</h2>%4$s
        <h2>Positions and trades</h2>%5$s
        </body></html>
        """
                .formatted(
                        statement.day(),
                        STYLE,
                        statement.notes().stream()
                                .map(note -> "<p>" + escaped(note) + "</p>")
                                .collect(Collectors.joining()),
                        table(List.of("", "amount"), steps()),
                        table(
                                COLUMNS,
                                statement.instruments().stream()
                                        .map(StatementText::cells)
                                        .toList()));
    }

    /**
     * Returns the lines of the reconciliation, then those of the instruments, with exact values.
     */
    public String csv() {
        StringBuilder csv = new StringBuilder("day,line,");
        csv.append(String.join(",", COLUMNS).replace(' ', '_')).append(",amount\n");
        line(csv, "opening equity", List.of(), statement.opening());
        for (InstrumentBody each : statement.instruments()) {
            line(csv, "instrument", exact(each), Objects.requireNonNullElse(each.result(), ""));
        }
        statement.flows().forEach(flow -> line(csv, word(flow.kind()), List.of(), flow.amount()));
        line(csv, "unexplained", List.of(), statement.unexplained());
        line(csv, "closing equity", List.of(), statement.closing());
        statement.notes().forEach(note -> line(csv, "note", List.of('"' + note + '"'), ""));
        return csv.toString();
    }

    private void line(StringBuilder csv, String name, List<String> cells, String amount) {
        List<String> all = new ArrayList<>(List.of(statement.day(), name));
        all.addAll(cells);
        while (all.size() < COLUMNS.size() + 2) {
            all.add("");
        }
        csv.append(String.join(",", all)).append(',').append(amount).append('\n');
    }

    private List<List<String>> steps() {
        List<List<String>> steps = new ArrayList<>();
        steps.add(List.of("equity at the previous close", cents(statement.opening())));
        steps.add(List.of("trades and prices", cents(statement.trading())));
        statement
                .flows()
                .forEach(flow -> steps.add(List.of(word(flow.kind()), cents(flow.amount()))));
        steps.add(List.of("unexplained", cents(statement.unexplained())));
        steps.add(
                List.of(
                        statement.asOf() == null
                                ? "equity at the close"
                                : "equity at "
                                        + Instant.parse(statement.asOf())
                                                .truncatedTo(ChronoUnit.SECONDS),
                        cents(statement.closing())));
        return steps;
    }

    private static List<String> exact(InstrumentBody each) {
        return List.of(
                each.symbol(),
                each.openQty(),
                each.closeQty(),
                Objects.requireNonNullElse(each.previousClose(), ""),
                Objects.requireNonNullElse(each.close(), ""),
                String.valueOf(each.executions()),
                each.bought(),
                each.sold(),
                Objects.requireNonNullElse(each.result(), ""));
    }

    private static List<String> cells(InstrumentBody each) {
        return List.of(
                each.symbol(),
                each.openQty(),
                each.closeQty(),
                Objects.requireNonNullElse(each.previousClose(), "unknown"),
                Objects.requireNonNullElse(each.close(), "unknown"),
                String.valueOf(each.executions()),
                cents(each.bought()),
                cents(each.sold()),
                each.result() == null ? "unknown" : cents(each.result()));
    }

    private static String table(List<String> heads, List<List<String>> rows) {
        return "<table>"
                + row("th", heads)
                + rows.stream().map(cells -> row("td", cells)).collect(Collectors.joining())
                + "</table>";
    }

    private static String row(String tag, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + tag + ">" + escaped(cell) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String word(String kind) {
        return kind.replace('_', ' ');
    }

    private static String cents(String amount) {
        return GroupedNumber.dollars(new BigDecimal(amount));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
