package dev.lockstep.simulation.scenario;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of decisions for one purpose, so that what is left out of a scenario does not change the
 * decisions of the rest.
 */
public final class Chance {
    private final SplittableRandom random;

    /** The decisions of a seed for a purpose. */
    public Chance(long seed, String purpose) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose.hashCode() * 31L);
    }

    public boolean perMille(int share) {
        return random.nextInt(1_000) < share;
    }

    public boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    /** Returns a number between both, which are included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns an independent generator. */
    public SplittableRandom split() {
        return random.split();
    }
}
