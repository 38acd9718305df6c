package dev.lockstep.benchmarks.growth;

import java.util.Arrays;

/**
 * The exponent of a power law through measured points, by least squares of their logarithms: 0 if
 * the value does not grow, 1 if it grows in proportion.
 */
final class LogLogSlope {
    private LogLogSlope() {}

    /**
     * Returns the slope.
     *
     * @param sizes at least two different sizes, above zero
     * @param values a value above zero for each of them
     */
    static double of(double[] sizes, double[] values) {
        double[] x = Arrays.stream(sizes).map(Math::log).toArray();
        double[] y = Arrays.stream(values).map(Math::log).toArray();
        double meanX = mean(x);
        double meanY = mean(y);
        double covariance = 0;
        double variance = 0;
        for (int point = 0; point < x.length; point++) {
            covariance += (x[point] - meanX) * (y[point] - meanY);
            variance += (x[point] - meanX) * (x[point] - meanX);
        }
        return covariance / variance;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
