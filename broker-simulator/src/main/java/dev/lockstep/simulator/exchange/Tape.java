package dev.lockstep.simulator.exchange;

import org.jspecify.annotations.Nullable;

/** Where the exchange reports each entry of its ledger, in order, as it happens. */
public interface Tape {
    /**
     * Reports an entry.
     *
     * @param order the order it is about, as it is after it
     */
    void print(LedgerEntry entry, @Nullable OrderView order);
}
