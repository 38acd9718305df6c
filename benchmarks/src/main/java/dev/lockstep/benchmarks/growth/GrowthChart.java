package dev.lockstep.benchmarks.growth;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The median times of the reads over the number of orders as an SVG image with logarithmic axes.
 * Background and text follow the reader's light or dark scheme; the lines' colors are readable on
 * both, and each line has its own dashes.
 */
final class GrowthChart {
    /** Background of the light scheme. */
    static final String LIGHT = "#ffffff";

    /** Background of the dark scheme. */
    static final String DARK = "#0d1117";

    /** Colors of the lines, in turn. */
    static final List<String> COLORS =
            List.of(
                    "#2f81f7", "#d9730d", "#2d9e4a", "#bf4b8a", "#8957e5", "#9a7b2f", "#1a8f9c",
                    "#7d8590");

    private static final List<String> DASHES = List.of("none", "8 4", "2 4", "10 4 2 4");
    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;
    private static final int LEFT = 80;
    private static final int RIGHT = 370;
    private static final int TOP = 40;
    private static final int BOTTOM = 56;
    private static final int TEXT_GAP = 8;
    private static final int LEGEND_STEP = 26;
    private static final int SWATCH = 36;
    private static final int NANO_EXPONENT = 9;
    private static final List<String> UNITS = List.of("ns", "µs", "ms", "s");

    private final List<Integer> sizes;
    private final List<ChartLine> lines;
    private final int lowest;
    private final int highest;

    /**
     * Creates the chart.
     *
     * @param sizes the numbers of orders, ascending
     * @param lines the lines, each with a value for each size
     */
    GrowthChart(List<Integer> sizes, List<ChartLine> lines) {
        this.sizes = List.copyOf(sizes);
        this.lines = List.copyOf(lines);
        this.lowest = (int) Math.floor(nanos().min().orElseThrow());
        this.highest = Math.max(lowest + 1, (int) Math.ceil(nanos().max().orElseThrow()));
    }

    /** Returns the image. */
    String svg() {
        Formatter image = new Formatter(Locale.ROOT);
        image.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"13\" role=\"img\">%n",
                WIDTH, HEIGHT);
        image.format("<title>Median time of a read over the number of stored orders</title>%n");
        image.format("<style>%s</style>%n", style());
        image.format("<rect class=\"back\" width=\"100%%\" height=\"100%%\"/>%n");
        axes(image);
        for (int nth = 0; nth < lines.size(); nth++) {
            line(image, nth);
        }
        image.format("</svg>%n");
        return image.toString();
    }

    private static String style() {
        return ".back{fill:%s}text{fill:#1b2733}.grid{stroke:#d0d7de}".formatted(LIGHT)
                + "@media(prefers-color-scheme:dark){"
                + ".back{fill:%s}text{fill:#e6edf3}.grid{stroke:#30363d}}".formatted(DARK);
    }

    private void axes(Formatter image) {
        for (int exponent = lowest; exponent <= highest; exponent++) {
            double y = y(exponent);
            grid(image, LEFT, y, (double) WIDTH - RIGHT, y);
            text(image, LEFT - TEXT_GAP, y + TEXT_GAP / 2.0, "end", duration(exponent));
        }
        for (int size : sizes) {
            grid(image, x(size), TOP, x(size), (double) HEIGHT - BOTTOM);
            text(
                    image,
                    x(size),
                    HEIGHT - BOTTOM + 2.5 * TEXT_GAP,
                    "middle",
                    String.format(Locale.ROOT, "%,d", size));
        }
        text(image, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - TEXT_GAP, "middle", "stored orders");
        text(image, LEFT, TOP - 2.0 * TEXT_GAP, "middle", "median time of a read");
        text(image, WIDTH - (double) RIGHT + SWATCH, TOP - 2.0 * TEXT_GAP, "start", "read, slope");
    }

    private void line(Formatter image, int nth) {
        ChartLine line = lines.get(nth);
        String paint =
                "stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\""
                        .formatted(
                                COLORS.get(nth % COLORS.size()), DASHES.get(nth % DASHES.size()));
        image.format(
                "<polyline fill=\"none\" %s points=\"%s\"/>%n",
                paint,
                IntStream.range(0, sizes.size())
                        .mapToObj(place ->
                                String.format(
                                        Locale.ROOT,
                                        "%.1f,%.1f",
                                        x(sizes.get(place)),
                                        y(Math.log10(line.nanos().get(place)))))
                        .collect(Collectors.joining(" ")));
        double left = WIDTH - (double) RIGHT + SWATCH / 2.0;
        double y = TOP + LEGEND_STEP * (nth + 0.5);
        image.format(
                "<line %s x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                paint, left, y, left + SWATCH, y);
        text(
                image,
                left + SWATCH + TEXT_GAP,
                y + TEXT_GAP / 2.0,
                "start",
                String.format(Locale.ROOT, "%s, %.2f", line.label(), line.slope()));
    }

    private DoubleStream nanos() {
        return lines.stream().flatMap(line -> line.nanos().stream()).mapToDouble(Math::log10);
    }

    private double x(int size) {
        double first = Math.log10(sizes.getFirst());
        double share = (Math.log10(size) - first) / (Math.log10(sizes.getLast()) - first);
        return LEFT + TEXT_GAP * 2 + (WIDTH - LEFT - RIGHT - 4.0 * TEXT_GAP) * share;
    }

    private double y(double exponent) {
        double share = (exponent - lowest) / (highest - lowest);
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
    }

    /** Returns a power of ten of nanoseconds in its unit, for example {@code 10 ms}. */
    private static String duration(int exponent) {
        int unit = Math.clamp(exponent / 3, 0, NANO_EXPONENT / 3);
        return String.format(
                Locale.ROOT, "%,.0f %s", Math.pow(10, exponent - 3.0 * unit), UNITS.get(unit));
    }

    private static void grid(Formatter image, double x1, double y1, double x2, double y2) {
        image.format(
                "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                x1, y1, x2, y2);
    }

    private static void text(Formatter image, double x, double y, String anchor, String text) {
        image.format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
    }
}
