package dev.lockstep.simulator.server.venue;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;

/** Listener for order events that are already in the ledger. */
public interface TradeUpdateFeed {
    /** Publishes an event without waiting for its receivers. */
    void publish(LedgerEntry entry, OrderSnapshot order);
}
