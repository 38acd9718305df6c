package dev.lockstep.benchmarks.measure;

import java.util.Arrays;

/**
 * How fast one contestant was in one round.
 *
 * @param perSecond units of work in a second, over the whole round
 * @param p50Nanos how long half of the calls took at most
 * @param p99Nanos how long 99 of 100 calls took at most
 */
public record Score(double perSecond, long p50Nanos, long p99Nanos) {
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * The score of a round.
     *
     * @param units how much work was done
     * @param tookNanos from the first call's begin to the last one's end
     * @param callNanos how long each call took
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
