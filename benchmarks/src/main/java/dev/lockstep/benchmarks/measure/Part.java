package dev.lockstep.benchmarks.measure;

/** A part of the program that can run on its own. */
public interface Part {
    /** Measures in the given number of rounds. */
    BenchmarkOutcome measure(int rounds) throws Exception;
}
