package dev.lockstep.simulator.exchange;

import org.jspecify.annotations.Nullable;

/** Listener for ledger entries, called in order as they occur. */
public interface Tape {
    /**
     * Receives an entry.
     *
     * @param order the order that the entry changed, in its new state; null for other entries
     */
    void print(LedgerEntry entry, @Nullable OrderView order);
}
