package dev.lockstep.app.prove.mutation;

/** What the tests made of a changed line. */
public enum MutantEnd {
    /** A test failed. */
    KILLED,
    /** The tests did not end any more. */
    TIMED_OUT,
    /** All tests that run the line passed. */
    SURVIVED,
    /** No test runs the line. */
    NO_COVERAGE,
    /** The changed program could not be run, so it says nothing. */
    NOT_RUN;

    /** Returns the end that PIT calls this. */
    static MutantEnd of(String status) {
        return switch (status) {
            case "KILLED" -> KILLED;
            case "TIMED_OUT" -> TIMED_OUT;
            case "SURVIVED" -> SURVIVED;
            case "NO_COVERAGE" -> NO_COVERAGE;
            default -> NOT_RUN;
        };
    }

    /** Returns whether the tests noticed the change. */
    public boolean noticed() {
        return this == KILLED || this == TIMED_OUT;
    }
}
