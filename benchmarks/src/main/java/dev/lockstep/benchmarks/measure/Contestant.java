package dev.lockstep.benchmarks.measure;

/** One implementation of the work that all contestants of a round do. */
public interface Contestant {
    /** Returns the name for the report. */
    String name();

    /**
     * Does the work once from the same initial state, verifies that it was done completely, and
     * returns its speed. Only the work itself is timed.
     */
    Score run() throws Exception;
}
