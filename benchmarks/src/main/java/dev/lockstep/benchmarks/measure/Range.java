package dev.lockstep.benchmarks.measure;

import java.util.Arrays;

/** Median, minimum and maximum of several measurements. */
public record Range(double median, double min, double max) {
    /** Returns the range of the values, of which there must be at least one. */
    public static Range of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int upper = sorted.length / 2;
        int lower = (sorted.length - 1) / 2;
        return new Range((sorted[lower] + sorted[upper]) / 2, sorted[0], sorted[sorted.length - 1]);
    }
}
