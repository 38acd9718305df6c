package dev.lockstep.simulator.server.events;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;

/**
 * An event of an order.
 *
 * @param id its ULID
 * @param name its name in the stream
 */
record TradeEvent(String id, String name, LedgerEntry entry, OrderSnapshot order) {
    String account() {
        return order.order().account();
    }
}
