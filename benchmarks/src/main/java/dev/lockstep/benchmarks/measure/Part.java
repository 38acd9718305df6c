package dev.lockstep.benchmarks.measure;

/** A part of the program that can be run by itself. */
public interface Part {
    /** Measures, in so many rounds. */
    Outcome measure(int rounds) throws Exception;
}
