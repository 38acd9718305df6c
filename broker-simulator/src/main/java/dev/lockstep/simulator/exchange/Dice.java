package dev.lockstep.simulator.exchange;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * The venue's randomness: a hash of the seed and of what is being decided, so that a replayed or
 * restarted exchange rolls the same numbers without keeping a generator's state.
 */
final class Dice {
    /** Parts of a million, the unit of a {@link #chance}. */
    static final int MILLIONTHS = 1_000_000;

    private final Supplier<LedgerEntry.VenueOpened> opening;

    /** Takes the seed from the venue's first ledger entry, so that a restart cannot change it. */
    Dice(Supplier<LedgerEntry.VenueOpened> opening) {
        this.opening = opening;
    }

    /** A number between 0 (inclusive) and the bound (exclusive) for this purpose and turn. */
    int roll(String purpose, long turn, int bound) {
        return (int) Math.floorMod(bits(purpose, turn), (long) bound);
    }

    /** Whether an event of the given probability, in millionths, happens on this turn. */
    boolean chance(String purpose, long turn, int millionths) {
        return millionths > 0 && roll(purpose, turn, MILLIONTHS) < millionths;
    }

    /** A version 4 UUID for this purpose and turn. */
    UUID uuid(String purpose, long turn) {
        // Two venues of one seed must not give the same ids: a client may remember the first.
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

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
