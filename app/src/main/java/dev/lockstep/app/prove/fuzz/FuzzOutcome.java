package dev.lockstep.app.prove.fuzz;

/** What became of one input. */
sealed interface FuzzOutcome {
    /** The parser accepted it. */
    FuzzOutcome ACCEPTED = new Accepted();

    /** The parser refused it in a permitted way. */
    FuzzOutcome REFUSED = new Refused();

    /** The parser accepted it. */
    record Accepted() implements FuzzOutcome {}

    /** The parser refused it in a permitted way. */
    record Refused() implements FuzzOutcome {}

    /**
     * The parser has a bug.
     *
     * @param error what it threw, or logged as an internal error
     */
    record Failed(Throwable error) implements FuzzOutcome {}
}
