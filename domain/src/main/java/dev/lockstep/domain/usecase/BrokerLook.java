package dev.lockstep.domain.usecase;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.FetchedList;
import dev.lockstep.domain.port.UnreadableItem;
import dev.lockstep.domain.position.Position;
import java.util.List;
import java.util.Optional;

/**
 * What is held at the broker, asked for after a sync, so that it is not older than our orders.
 *
 * @param held all positions
 * @param external open orders that were sent elsewhere
 */
record BrokerLook(FetchedList<Position> held, List<BrokerOrder> external) {
    /** A look; empty where the broker cannot be asked. */
    static Optional<BrokerLook> taken(Broker broker, SyncOrders syncOrders) {
        return syncOrders.sync() instanceof SyncResult.Completed synced
                ? taken(broker, synced.external())
                : Optional.empty();
    }

    /** A look at the positions alone, after a moment in which only we sent something. */
    Optional<BrokerLook> again(Broker broker) {
        return taken(broker, external);
    }

    private static Optional<BrokerLook> taken(Broker broker, List<BrokerOrder> external) {
        return broker.positions() instanceof Fetched.Complete<FetchedList<Position>>(var positions)
                ? Optional.of(new BrokerLook(positions, external))
                : Optional.empty();
    }

    /** What cannot be read and may be the position in this instrument. */
    Optional<UnreadableItem> unreadable(Symbol symbol) {
        return position(symbol).isPresent()
                ? Optional.empty()
                : held.unreadable().stream().filter(item -> item.mayBe(symbol)).findFirst();
    }

    Optional<Position> position(Symbol symbol) {
        return held.items().stream().filter(held -> held.symbol().equals(symbol)).findFirst();
    }

    /** How much of a position an exit would trade against: nothing if it has turned around. */
    Quantity closable(NewOrder exit) {
        return position(exit.symbol())
                .filter(held -> held.exitSide() == exit.side())
                .map(Position::size)
                .orElse(Quantity.ZERO);
    }

    /** How much of it no open order holds, as far as the broker tells; else all of it. */
    Quantity available(NewOrder exit) {
        return position(exit.symbol())
                .filter(held -> held.exitSide() == exit.side())
                .map(Position::availableQty)
                .orElseGet(() -> closable(exit));
    }

    /** The orders that were sent elsewhere and trade against the same position. */
    List<BrokerOrder> rivals(NewOrder exit) {
        return external.stream()
                .filter(there -> there.symbol().equals(exit.symbol()))
                .filter(there -> there.side() == exit.side())
                .toList();
    }
}
