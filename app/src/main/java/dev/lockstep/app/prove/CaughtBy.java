package dev.lockstep.app.prove;

/** How a seeded bug is to be caught. */
public sealed interface CaughtBy {
    /** By an invariant that a seed of the simulation breaks. */
    record Seeds() implements CaughtBy {}

    /**
     * By a test, for what the simulation does not play.
     *
     * @param module the Maven module of the test
     * @param test its class, or its class and method as in {@code -Dtest}
     */
    record Test(String module, String test) implements CaughtBy {}
}
