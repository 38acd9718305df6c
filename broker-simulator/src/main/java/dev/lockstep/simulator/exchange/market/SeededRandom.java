package dev.lockstep.simulator.exchange.market;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Deterministic pseudo-random numbers: a hash of the seed and of the decision. A replayed or
 * restarted exchange gets the same numbers without stored generator state.
 */
public final class SeededRandom {
    /** Unit of the probability in {@link #chance}: one million. */
    public static final int MILLIONTHS = 1_000_000;

    private final Supplier<LedgerEntry.VenueOpened> opening;

    /**
     * Reads the seed from the exchange's first ledger entry, so that a restart cannot change it.
     */
    public SeededRandom(Supplier<LedgerEntry.VenueOpened> opening) {
        this.opening = opening;
    }

    /** Returns a number from 0 (inclusive) to the bound (exclusive) for this purpose and turn. */
    public int roll(String purpose, long turn, int bound) {
        return (int) Math.floorMod(bits(purpose, turn), (long) bound);
    }

    /** Returns whether an event of the given probability, in millionths, happens on this turn. */
    public boolean chance(String purpose, long turn, int millionths) {
        return millionths > 0 && roll(purpose, turn, MILLIONTHS) < millionths;
    }

    /** Returns a version 4 UUID for this purpose and turn. */
    public UUID uuid(String purpose, long turn) {
        // Two exchanges with the same seed must not produce the same ids: a client may remember
        // those of the first.
        long high = mix(bits(purpose, turn) ^ opening.get().at().toEpochMilli());
        long low = mix(high ^ 0x6A09E667F3BCC909L);
        return new UUID(
                (high & 0xFFFFFFFFFFFF0FFFL) | 0x4000L,
                (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    private long bits(String purpose, long turn) {
        long seed = opening.get().seed();
        return mix(mix(seed ^ ((long) purpose.hashCode() << 32)) + mix(turn + purpose.length()));
    }

    /** Applies the finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
