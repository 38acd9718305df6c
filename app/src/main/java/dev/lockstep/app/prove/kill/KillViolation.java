package dev.lockstep.app.prove.kill;

/**
 * Something that is wrong after a cycle.
 *
 * @param seed of the run
 * @param cycle the cycle
 * @param done what was done in it
 * @param text what is wrong
 */
public record KillViolation(long seed, int cycle, String done, String text) {
    /** Returns the command that does the same again, in other circumstances. */
    public String replayCommand() {
        return "./lockstep prove kill --seed %d --first-cycle %d --cycles 1".formatted(seed, cycle);
    }
}
