package dev.lockstep.app.backtest;

import dev.lockstep.domain.money.GroupedNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A line over time as an SVG image, with amounts on one axis and dates on the other.
 *
 * @param title the name, which is also the text for readers without images; no markup
 * @param points the values in dollars, in the order of their time
 */
record LineChart(String title, List<Value> points) {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 280;
    private static final int LEFT = 110;
    private static final int RIGHT = 60;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int LABEL_GAP = 8;
    private static final int HALF_TEXT = 4;

    /** A value at a time. */
    record Value(Instant at, BigDecimal value) {}

    LineChart {
        points = List.copyOf(points);
    }

    /** Returns the image. */
    String svg() {
        if (points.isEmpty()) {
            return "<p>" + title + ": no steps</p>";
        }
        BigDecimal low = points.stream().map(Value::value).reduce(BigDecimal::min).orElseThrow();
        BigDecimal high = points.stream().map(Value::value).reduce(BigDecimal::max).orElseThrow();
        String caption =
                title
                        + ": "
                        + GroupedNumber.dollars(points.getLast().value())
                        + " at the end, lowest "
                        + GroupedNumber.dollars(low)
                        + ", highest "
                        + GroupedNumber.dollars(high)
                        + "; New York time";
        return """
        <figure><figcaption>%s</figcaption>
        <svg viewBox="0 0 %d %d" role="img" aria-label="%s">
        %s%s<polyline class="line" points="%s"/>
        </svg></figure>
        """
                .formatted(
                        caption,
                        WIDTH,
                        HEIGHT,
                        caption,
                        amounts(low, high),
                        times(),
                        line(low, high));
    }

    private String amounts(BigDecimal low, BigDecimal high) {
        StringBuilder axis = new StringBuilder();
        for (BigDecimal amount : AxisTicks.amounts(low, high)) {
            double y = y(amount, low, high);
            axis.append(line(LEFT, y, WIDTH - RIGHT, y))
                    .append(
                            text(
                                    LEFT - LABEL_GAP,
                                    y + HALF_TEXT,
                                    "end",
                                    GroupedNumber.dollars(amount)));
        }
        return axis.toString();
    }

    private String times() {
        StringBuilder axis = new StringBuilder();
        AxisTicks.times(points.getFirst().at(), points.getLast().at())
                .forEach((at, label) -> {
                    double x = x(at);
                    axis.append(line(x, TOP, x, HEIGHT - BOTTOM))
                            .append(text(x, HEIGHT - LABEL_GAP, "middle", label));
                });
        return axis.toString();
    }

    private String line(BigDecimal low, BigDecimal high) {
        StringBuilder line = new StringBuilder();
        for (Value point : points) {
            line.append(
                    String.format(
                            Locale.ROOT, "%.1f,%.1f ", x(point.at()), y(point.value(), low, high)));
        }
        return line.toString().strip();
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                x1,
                y1,
                x2,
                y2);
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                text);
    }

    private double x(Instant at) {
        long first = points.getFirst().at().getEpochSecond();
        long all = Math.max(points.getLast().at().getEpochSecond() - first, 1);
        return LEFT + (WIDTH - (double) LEFT - RIGHT) * (at.getEpochSecond() - first) / all;
    }

    private static double y(BigDecimal value, BigDecimal low, BigDecimal high) {
        double range = Math.max(high.subtract(low).doubleValue(), Double.MIN_NORMAL);
        double share = value.subtract(low).doubleValue() / range;
        return TOP + (HEIGHT - (double) TOP - BOTTOM) * (1 - share);
    }
}
