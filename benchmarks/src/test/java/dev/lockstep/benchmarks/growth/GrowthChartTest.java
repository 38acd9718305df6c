package dev.lockstep.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Slopes and their chart. */
class GrowthChartTest {
    private static final double READABLE = 3;
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2})
    void the_slope_of_a_power_law_is_its_exponent(double exponent) {
        double[] sizes = {1_000, 10_000, 1_000_000};
        double[] values =
                IntStream.range(0, 3).mapToDouble(n -> 7 * Math.pow(sizes[n], exponent)).toArray();

        assertThat(LogLogSlope.of(sizes, values)).isCloseTo(exponent, within(1e-9));
    }

    @Test
    void proportional_growth_is_a_straight_line_and_constant_time_a_level_one() throws Exception {
        Document image =
                image(
                        new ChartLine("all", List.of(1e6, 1e7, 1e8), 1),
                        new ChartLine("page", List.of(2e5, 2e5, 2e5), 0));

        double[] grows = points(image, 0);
        double[] level = points(image, 1);
        assertThat(grows[3] - grows[1]).isCloseTo(grows[5] - grows[3], within(0.2)).isNegative();
        assertThat(grows[2] - grows[0]).isCloseTo(grows[4] - grows[2], within(0.2)).isPositive();
        assertThat(level[1]).isEqualTo(level[3]).isEqualTo(level[5]).isGreaterThan(grows[1]);
    }

    @Test
    void the_axes_and_the_lines_have_labels() throws Exception {
        Document image = image(new ChartLine("audit verify", List.of(1e6, 1e7, 1.2e9), 1.04));

        List<String> texts =
                IntStream.range(0, image.getElementsByTagName("text").getLength())
                        .mapToObj(n -> image.getElementsByTagName("text").item(n).getTextContent())
                        .toList();
        assertThat(texts)
                .contains("audit verify, 1.04", "stored orders", "median time of a read")
                .contains("1,000", "10,000", "100,000")
                .contains("1 ms", "10 ms", "100 ms", "1 s", "10 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {GrowthChart.LIGHT, GrowthChart.DARK})
    void every_line_is_readable_on_both_backgrounds(String background) {
        assertThat(GrowthChart.COLORS)
                .hasSameSizeAs(GrownRead.values())
                .doesNotHaveDuplicates()
                .allSatisfy(
                        color -> assertThat(contrast(color, background)).isGreaterThan(READABLE));
    }

    private static Document image(ChartLine... lines) throws Exception {
        String svg = new GrowthChart(SIZES, List.of(lines)).svg();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static double[] points(Document image, int line) {
        Element polyline = (Element) image.getElementsByTagName("polyline").item(line);
        return List.of(polyline.getAttribute("points").split("[ ,]")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Computes the contrast as WCAG 2 defines it. */
    private static double contrast(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16)
                + 0.7152 * linear(rgb >> 8 & 255)
                + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
