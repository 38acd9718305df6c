package dev.lockstep.simulator.server.venue;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;

/** Listener for price moves that are already in the ledger. */
public interface PriceFeed {
    /** Publishes a move without waiting for its receivers. */
    void publish(LedgerEntry.PriceMoved move);
}
