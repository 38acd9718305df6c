package dev.lockstep.benchmarks.start;

/**
 * What a start costs.
 *
 * @param seconds from the start to the end, or until ready
 * @param cpuSeconds processor time of all its processes
 */
record Cost(double seconds, double cpuSeconds) {}
