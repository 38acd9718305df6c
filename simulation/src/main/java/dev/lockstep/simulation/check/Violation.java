package dev.lockstep.simulation.check;

/**
 * An invariant that did not hold.
 *
 * @param invariant which
 * @param text what was found
 */
public record Violation(Invariant invariant, String text) {
    @Override
    public String toString() {
        return invariant.word() + ": " + text;
    }
}
