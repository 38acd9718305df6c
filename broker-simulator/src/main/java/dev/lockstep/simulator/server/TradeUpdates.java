package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.LedgerEntry;
import dev.lockstep.simulator.exchange.OrderView;

/** Where order events go once they are in the ledger. */
public interface TradeUpdates {
    /** Passes an event on without waiting for whoever listens. */
    void publish(LedgerEntry entry, OrderView order);
}
