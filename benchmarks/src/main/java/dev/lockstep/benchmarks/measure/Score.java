package dev.lockstep.benchmarks.measure;

import java.util.Arrays;

/**
 * Speed of one contestant in one round.
 *
 * @param perSecond units of work per second over the whole round
 * @param p50Nanos median duration of the calls
 * @param p99Nanos 99th percentile of the durations of the calls
 */
public record Score(double perSecond, long p50Nanos, long p99Nanos) {
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Computes the score of a round.
     *
     * @param units the amount of work
     * @param tookNanos time from the start of the first call to the end of the last
     * @param callNanos the duration of each call
     */
    public static Score of(long units, long tookNanos, long[] callNanos) {
        long[] sorted = callNanos.clone();
        Arrays.sort(sorted);
        return new Score(
                units * NANOS_PER_SECOND / tookNanos,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 99L / 100)]);
    }
}
