package dev.lockstep.benchmarks.measure;

/** One way to do the work that every contestant of a round does. */
public interface Contestant {
    /** What it is called in the report. */
    String name();

    /**
     * Does the work once, from the same start each time, checks that all of it was done, and tells
     * how fast. Only the work itself is timed.
     */
    Score run() throws Exception;
}
