package dev.lockstep.benchmarks.growth;

import java.util.List;

/**
 * One read in the chart.
 *
 * @param label its name
 * @param nanos its median time at each size
 * @param slope its slope on the scale of the chart
 */
record ChartLine(String label, List<Double> nanos, double slope) {
    ChartLine {
        nanos = List.copyOf(nanos);
    }
}
