package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.LedgerEntry;
import dev.lockstep.simulator.exchange.OrderView;

/** Listener for order events that are already in the ledger. */
public interface TradeUpdates {
    /** Publishes an event without waiting for its receivers. */
    void publish(LedgerEntry entry, OrderView order);
}
