package dev.lockstep.app.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A line over time as an SVG image with its lowest, highest and last value and both ends of its
 * time.
 *
 * @param title the name, which is also the text for readers without images; no markup
 * @param points the values in the order of their time
 */
record LineChart(String title, List<Value> points) {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 240;
    private static final int MARGIN = 24;

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
        StringBuilder line = new StringBuilder();
        for (Value point : points) {
            line.append(
                    String.format(Locale.ROOT, "%.1f,%.1f ", x(point.at()), y(point, low, high)));
        }
        Value last = points.getLast();
        return """
        <figure><figcaption>%s: %s at the end, lowest %s, highest %s</figcaption>
        <svg viewBox="0 0 %d %d" role="img" aria-label="%s">
        <polyline points="%s" fill="none" stroke="currentColor" stroke-width="1.5"/>
        <text x="%d" y="%d">%s</text><text x="%d" y="%d" text-anchor="end">%s</text>
        </svg></figure>
        """
                .formatted(
                        title,
                        rounded(last.value()),
                        rounded(low),
                        rounded(high),
                        WIDTH,
                        HEIGHT,
                        title,
                        line.toString().strip(),
                        MARGIN,
                        HEIGHT - 4,
                        points.getFirst().at(),
                        WIDTH - MARGIN,
                        HEIGHT - 4,
                        last.at());
    }

    private double x(Instant at) {
        long first = points.getFirst().at().getEpochSecond();
        long all = Math.max(points.getLast().at().getEpochSecond() - first, 1);
        return MARGIN + (WIDTH - 2.0 * MARGIN) * (at.getEpochSecond() - first) / all;
    }

    private static double y(Value point, BigDecimal low, BigDecimal high) {
        double range = Math.max(high.subtract(low).doubleValue(), Double.MIN_NORMAL);
        double share = point.value().subtract(low).doubleValue() / range;
        return MARGIN + (HEIGHT - 2.0 * MARGIN) * (1 - share);
    }

    private static String rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
