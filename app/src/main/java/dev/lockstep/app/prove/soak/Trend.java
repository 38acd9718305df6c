package dev.lockstep.app.prove.soak;

import dev.lockstep.app.prove.soak.Measure.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a measure of one process is bounded: the median of the last third of its samples is
 * compared with the median of the middle third. The first third, in which a JVM warms up, does not
 * count.
 *
 * @param measure what is sampled
 * @param process the number of the process; 0 for what all share
 * @param middle the median of the middle third, in bytes, threads or files
 * @param last the median of the last third
 */
public record Trend(Measure measure, int process, long middle, long last) {
    /** The growth from the middle to the last third that is allowed, besides a fixed amount. */
    public static final int MAX_GROWTH_PERCENT = 5;

    private static final int THIRDS = 3;
    private static final int PERCENT = 100;

    /** Returns the trends of all measures and processes; none with fewer than three samples. */
    public static List<Trend> of(List<SoakSample> samples) {
        List<Trend> trends = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Map<Integer, List<Long>> byProcess =
                    samples.stream()
                            .flatMap(measure::points)
                            .collect(
                                    Collectors.groupingBy(
                                            Point::process,
                                            TreeMap::new,
                                            Collectors.mapping(Point::value, Collectors.toList())));
            byProcess.forEach((process, values) -> {
                if (values.size() >= THIRDS) {
                    trends.add(trend(measure, process, values));
                }
            });
        }
        return trends;
    }

    /** Returns whether all of them are bounded. Without any, nothing was shown: they are not. */
    public static boolean allBounded(List<Trend> trends) {
        return !trends.isEmpty() && trends.stream().allMatch(Trend::bounded);
    }

    /** Returns the most that the last third may have. */
    public long bound() {
        return middle + middle * MAX_GROWTH_PERCENT / PERCENT + measure.slack();
    }

    /** Returns whether it has no more. */
    public boolean bounded() {
        return last <= bound();
    }

    private static Trend trend(Measure measure, int process, List<Long> values) {
        int third = values.size() / THIRDS;
        int lastBegin = values.size() - third;
        return new Trend(
                measure,
                process,
                median(values.subList(lastBegin - third, lastBegin)),
                median(values.subList(lastBegin, values.size())));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
