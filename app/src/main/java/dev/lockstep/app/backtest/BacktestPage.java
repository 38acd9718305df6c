package dev.lockstep.app.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report of a backtest as one HTML page without scripts. */
public final class BacktestPage {
    private static final int MAX_ROWS = 1_000;
    private static final String STYLE =
            """
            :root{color-scheme:light dark;--back:#fff;--text:#1c2024;--grid:#d9dde1;--line:#1f6feb}
            @media (prefers-color-scheme:dark){
            :root{--back:#14171a;--text:#e6e8ea;--grid:#343a40;--line:#6ea8fe}}
            body{font:14px/1.5 system-ui,sans-serif;max-width:1000px;margin:2rem auto;padding:0 1rem;
            background:var(--back);color:var(--text)}
            figure{margin:1rem 0}svg{width:100%;height:auto}
            svg text{font-size:12px;fill:var(--text)}
            .grid{stroke:var(--grid)}.line{fill:none;stroke:var(--line);stroke-width:1.5}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
            td,th{padding:.15rem .75rem;text-align:right;border-bottom:1px solid var(--grid);
            white-space:nowrap}
            td:first-child,th:first-child{text-align:left}
            """;

    private final BacktestResult result;
    private final ObjectNode report;

    public BacktestPage(BacktestResult result) {
        this.result = result;
        this.report = new BacktestReport(result).json();
    }

    /** Returns the page. */
    public String html() {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Backtest</title><style>
        %s</style></head>
        <body><h1>Backtest</h1>
        <p>%s</p>
        %s%s
        <h2>Figures</h2>%s%s
        <h2>Open positions</h2>%s
        <h2>Round trips</h2><p>First in, first out.</p>%s
        <h2>Trades</h2>%s
        </body></html>
        """
                .formatted(
                        STYLE,
                        PageText.escaped(result.prices() + ": " + result.end().text()),
                        new LineChart("Equity", equity()).svg(),
                        new LineChart("Drawdown", drawdown()).svg(),
                        figures(),
                        unlisted(),
                        table(report.path("positions")),
                        table(report.path("roundTrips")),
                        table(report.path("trades")));
    }

    private List<LineChart.Value> equity() {
        return result.curve().points().stream()
                .map(point -> new LineChart.Value(point.at(), point.equity()))
                .toList();
    }

    private List<LineChart.Value> drawdown() {
        List<LineChart.Value> values = new ArrayList<>();
        BigDecimal peak = BigDecimal.ZERO;
        for (EquityCurve.Point point : result.curve().points()) {
            peak = peak.max(point.equity());
            values.add(new LineChart.Value(point.at(), point.equity().subtract(peak)));
        }
        return values;
    }

    private String figures() {
        return "<table>"
                + report.path("summary").properties().stream()
                        .map(each ->
                                row(
                                        "td",
                                        List.of(
                                                PageText.label(each.getKey()),
                                                text(each.getKey(), each.getValue()))))
                        .collect(Collectors.joining())
                + "</table>";
    }

    private String unlisted() {
        return result.unlisted().isEmpty()
                ? ""
                : "<h2>Symbols without bars</h2><p>Their orders were rejected: "
                        + PageText.escaped(String.join(", ", result.unlisted()))
                        + "</p>";
    }

    private static String table(JsonNode rows) {
        if (rows.isEmpty()) {
            return "<p>none</p>";
        }
        List<String> names = new ArrayList<>();
        rows.get(0).fieldNames().forEachRemaining(names::add);
        StringBuilder table =
                new StringBuilder("<div class=\"wide\"><table>")
                        .append(row("th", names.stream().map(PageText::label).toList()));
        for (int index = 0; index < Math.min(rows.size(), MAX_ROWS); index++) {
            JsonNode each = rows.get(index);
            table.append(
                    row("td", names.stream().map(name -> text(name, each.path(name))).toList()));
        }
        table.append("</table></div>");
        return rows.size() > MAX_ROWS
                ? table.append("<p>The first 1,000 of ")
                        .append(PageText.value("rows", Integer.toString(rows.size())))
                        .append("; the JSON has all of them.</p>")
                        .toString()
                : table.toString();
    }

    private static String text(String name, JsonNode value) {
        return PageText.value(name, value.asText(""));
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + cell + ">" + PageText.escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }
}
