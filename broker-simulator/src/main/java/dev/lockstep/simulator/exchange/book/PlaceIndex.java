package dev.lockstep.simulator.exchange.book;

import java.util.function.IntPredicate;

/**
 * Hash index from keys to list indexes. The elements hold their own keys; unlike a map, each slot
 * takes only eight bytes.
 */
final class PlaceIndex {
    /** Result of a search without a match. */
    static final int NOWHERE = -1;

    private static final int FIRST_SLOTS = 16;
    private static final int GOLDEN = 0x9E3779B9;

    private int[] hashes = new int[FIRST_SLOTS];
    private int[] ends = new int[FIRST_SLOTS];
    private int size;

    /** Adds a list index, starting at zero. */
    void add(int hash, int place) {
        if (4 * (size + 1) > 3 * ends.length) {
            grow();
        }
        put(hash, place + 1);
        size++;
    }

    /** Returns the index with this hash for which the predicate holds. */
    int find(int hash, IntPredicate matches) {
        for (int slot = first(hash); ends[slot] > 0; slot = after(slot)) {
            if (hashes[slot] == hash && matches.test(ends[slot] - 1)) {
                return ends[slot] - 1;
            }
        }
        return NOWHERE;
    }

    private void put(int hash, int end) {
        int slot = first(hash);
        while (ends[slot] > 0) {
            slot = after(slot);
        }
        hashes[slot] = hash;
        ends[slot] = end;
    }

    private void grow() {
        int[] oldHashes = hashes;
        int[] oldEnds = ends;
        hashes = new int[2 * oldHashes.length];
        ends = new int[2 * oldEnds.length];
        for (int slot = 0; slot < oldEnds.length; slot++) {
            if (oldEnds[slot] > 0) {
                put(oldHashes[slot], oldEnds[slot]);
            }
        }
    }

    private int first(int hash) {
        return (hash * GOLDEN) >>> (Integer.numberOfLeadingZeros(ends.length) + 1);
    }

    private int after(int slot) {
        return (slot + 1) & (ends.length - 1);
    }
}
