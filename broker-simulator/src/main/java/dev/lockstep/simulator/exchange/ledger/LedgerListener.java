package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/** Listener for ledger entries, called in order as they occur. */
public interface LedgerListener {
    /**
     * Receives an entry.
     *
     * @param order the order that the entry changed, in its new state; null for other entries
     */
    void print(LedgerEntry entry, @Nullable OrderSnapshot order);
}
