package dev.lockstep.benchmarks.start;

/** Does nothing: the least that any JVM takes. */
public final class EmptyProgram {
    private EmptyProgram() {}

    public static void main(String[] args) {
        // Starting and ending is all there is to measure.
    }
}
