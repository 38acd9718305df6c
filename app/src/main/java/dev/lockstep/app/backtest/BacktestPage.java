package dev.lockstep.app.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report of a backtest as one HTML page without scripts. */
public final class BacktestPage {
    private static final String STYLE =
            "body{font:14px/1.5 system-ui,sans-serif;max-width:1000px;margin:2rem auto;padding:0 1rem;"
                    + "color-scheme:light dark}"
                    + "svg{width:100%;height:auto}svg text{font-size:11px;fill:currentColor}"
                    + "table{border-collapse:collapse;margin:1rem 0}"
                    + "td,th{padding:.15rem .75rem;text-align:right;border-bottom:1px solid #8884}"
                    + "td:first-child,th:first-child{text-align:left}";

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
        <html lang="en"><head><meta charset="utf-8"><title>Backtest</title><style>%s</style></head>
        <body><h1>Backtest</h1>
        %s%s
        <h2>Figures</h2>%s
        <h2>Open positions</h2>%s
        <h2>Round trips</h2><p>First in, first out; profits without fees.</p>%s
        </body></html>
        """
                .formatted(
                        STYLE,
                        new LineChart("Equity in dollars", equity()).svg(),
                        new LineChart("Drawdown in dollars", drawdown()).svg(),
                        figures(),
                        table(report.path("positions")),
                        table(report.path("roundTrips")));
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
                        .map(each -> row("td", List.of(each.getKey(), each.getValue().asText(""))))
                        .collect(Collectors.joining())
                + "</table>";
    }

    private static String table(JsonNode rows) {
        if (rows.isEmpty()) {
            return "<p>none</p>";
        }
        List<String> names = new ArrayList<>();
        rows.get(0).fieldNames().forEachRemaining(names::add);
        StringBuilder table = new StringBuilder("<table>").append(row("th", names));
        for (JsonNode each : rows) {
            table.append(row("td", names.stream().map(name -> each.path(name).asText()).toList()));
        }
        return table.append("</table>").toString();
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
