package dev.lockstep.app.prove.soak;

import dev.lockstep.app.prove.history.ClientHistoryBody;
import java.util.List;

/**
 * The result of a soak in JSON.
 *
 * @param history what the clients saw
 * @param bounded whether every measure is bounded; false with too few samples to say so
 * @param maxGrowthPercent the growth from the middle to the last third that is allowed, besides a
 *     fixed amount for each measure
 * @param trends each measure of each process
 * @param samples all samples; empty if the system does not say what its processes use
 */
public record SoakBody(
        ClientHistoryBody history,
        boolean bounded,
        int maxGrowthPercent,
        List<TrendBody> trends,
        List<SoakSample> samples) {
    /** Returns the fields of a result. */
    public static SoakBody of(
            ClientHistoryBody history, List<Trend> trends, List<SoakSample> samples) {
        return new SoakBody(
                history,
                Trend.allBounded(trends),
                Trend.MAX_GROWTH_PERCENT,
                trends.stream().map(TrendBody::of).toList(),
                List.copyOf(samples));
    }

    /**
     * A measure of a process, in bytes, threads or files.
     *
     * @param measure its name
     * @param process the number of the process; 0 for what all share
     * @param middle the median of the middle third of the samples
     * @param last the median of the last third
     * @param bound the most that the last third may have
     * @param bounded whether it has no more
     */
    public record TrendBody(
            String measure, int process, long middle, long last, long bound, boolean bounded) {
        private static TrendBody of(Trend trend) {
            return new TrendBody(
                    trend.measure().word(),
                    trend.process(),
                    trend.middle(),
                    trend.last(),
                    trend.bound(),
                    trend.bounded());
        }
    }
}
