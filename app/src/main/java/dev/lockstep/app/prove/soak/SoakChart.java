package dev.lockstep.app.prove.soak;

import dev.lockstep.app.prove.soak.Measure.Point;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws samples as one SVG image: a panel for each measure, in it a line for each process. */
public final class SoakChart {
    private static final int WIDTH = 960;
    private static final int PANEL_HEIGHT = 200;
    private static final int LEFT = 70;
    private static final int RIGHT = 110;
    private static final int TOP = 30;
    private static final int BOTTOM = 26;
    private static final int LABEL_GAP = 6;
    private static final int LEGEND_STEP = 18;
    private static final int GRID_STEPS = 4;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final List<String> COLORS =
            List.of(
                    "#1f77b4", "#d95f02", "#2ca02c", "#c51b7d", "#6a3d9a", "#8c6d31", "#17818c",
                    "#444444");

    private final List<SoakSample> samples;
    private final long seconds;

    private SoakChart(List<SoakSample> samples) {
        this.samples = samples;
        this.seconds = Math.max(1, samples.isEmpty() ? 1 : samples.getLast().second());
    }

    /** Returns the image. */
    public static String svg(List<SoakSample> samples) {
        return new SoakChart(List.copyOf(samples)).drawn();
    }

    private String drawn() {
        Measure[] measures = Measure.values();
        Formatter image = new Formatter(Locale.ROOT);
        image.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\">%n",
                WIDTH, measures.length * PANEL_HEIGHT);
        image.format("<title>Soak of %d seconds, dashed: the thirds</title>%n", seconds);
        image.format("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n");
        for (int place = 0; place < measures.length; place++) {
            image.format("<g transform=\"translate(0 %d)\">%n", place * PANEL_HEIGHT);
            panel(image, measures[place]);
            image.format("</g>%n");
        }
        image.format("</svg>%n");
        return image.toString();
    }

    private void panel(Formatter image, Measure measure) {
        Map<Integer, List<Point>> lines =
                samples.stream()
                        .flatMap(measure::points)
                        .collect(
                                Collectors.groupingBy(
                                        Point::process, TreeMap::new, Collectors.toList()));
        long top = top(lines, measure);
        image.format(
                "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>%n",
                LEFT, TOP - LABEL_GAP * 2, measure.title());
        grid(image, top / measure.perUnit());
        lines.forEach((process, points) -> {
            String color = COLORS.get(process % COLORS.size());
            image.format(
                    "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>%n",
                    color,
                    points.stream().map(each -> place(each, top)).collect(Collectors.joining(" ")));
            if (process != Measure.SHARED) {
                image.format(
                        "<text x=\"%d\" y=\"%d\" fill=\"%s\">process %d</text>%n",
                        WIDTH - RIGHT + LABEL_GAP * 2, TOP + process * LEGEND_STEP, color, process);
            }
        });
    }

    /** Returns the value of the highest grid line: a multiple of the steps, in whole units. */
    private static long top(Map<Integer, List<Point>> lines, Measure measure) {
        long highest =
                lines.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(Point::value)
                        .max()
                        .orElse(0);
        long step = measure.perUnit() * GRID_STEPS;
        return (highest / step + 1) * step;
    }

    private void grid(Formatter image, long topUnits) {
        for (int step = 0; step <= GRID_STEPS; step++) {
            double y = y(step, GRID_STEPS);
            line(image, LEFT, y, WIDTH - RIGHT, y, "");
            text(image, LEFT - LABEL_GAP, y + LABEL_GAP, "end", topUnits * step / GRID_STEPS + "");
            text(image, x(seconds * step / GRID_STEPS), bottom(), "middle", time(step));
        }
        for (int third = 1; third <= 2; third++) {
            double x = x(seconds * third / 3);
            line(image, x, TOP, x, PANEL_HEIGHT - (double) BOTTOM, " stroke-dasharray=\"4 3\"");
        }
    }

    private String time(int step) {
        long second = seconds * step / GRID_STEPS;
        return String.format(
                Locale.ROOT, "%d:%02d", second / SECONDS_PER_MINUTE, second % SECONDS_PER_MINUTE);
    }

    private String place(Point point, long top) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(point.second()), y(point.value(), top));
    }

    private double x(long second) {
        return LEFT + (WIDTH - LEFT - (double) RIGHT) * second / seconds;
    }

    private static double y(long value, long top) {
        return TOP + (PANEL_HEIGHT - TOP - (double) BOTTOM) * (top - value) / top;
    }

    private static double bottom() {
        return PANEL_HEIGHT - (double) LABEL_GAP;
    }

    private static void line(
            Formatter image, double x1, double y1, double x2, double y2, String more) {
        image.format(
                "<line stroke=\"#ccc\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"%s/>%n",
                x1, y1, x2, y2, more);
    }

    private static void text(Formatter image, double x, double y, String anchor, String text) {
        image.format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
    }
}
