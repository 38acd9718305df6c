package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.PositionRoom;
import java.util.List;
import java.util.Optional;

/**
 * The positions at the broker, fetched after a sync, so that they are not older than our orders.
 *
 * @param held all positions
 * @param external open external orders
 * @param ours our positions by own fills before the fetch
 */
public record PositionSnapshot(
        FetchedList<Position> held, List<BrokerOrder> external, Holdings ours) {
    /** Fetches positions and orders; empty if the broker cannot be asked. */
    public static Optional<PositionSnapshot> taken(
            OrderRepository repository, Broker broker, SyncOrders syncOrders) {
        return syncOrders.sync() instanceof SyncResult.Completed synced
                ? taken(repository, broker, synced.external())
                : Optional.empty();
    }

    /** Positions by which nothing is sent. */
    public static PositionSnapshot only(FetchedList<Position> positions) {
        return new PositionSnapshot(positions, List.of(), Holdings.NONE);
    }

    /** Fetches the positions only; empty if the broker cannot be asked. */
    public static Optional<PositionSnapshot> atPositions(
            OrderRepository repository, Broker broker) {
        return taken(repository, broker, List.of());
    }

    /** Fetches the positions again, after only we may have sent something. */
    public Optional<PositionSnapshot> again(OrderRepository repository, Broker broker) {
        return taken(repository, broker, external);
    }

    private static Optional<PositionSnapshot> taken(
            OrderRepository repository, Broker broker, List<BrokerOrder> external) {
        Holdings ours = repository.holdings();
        return broker.positions()
                        instanceof FetchResult.Complete<FetchedList<Position>>(var positions)
                ? Optional.of(new PositionSnapshot(positions, external, ours))
                : Optional.empty();
    }

    /** Returns the unreadable item that may be the position in this instrument. */
    public Optional<UnreadableItem> unreadable(Symbol symbol) {
        return position(symbol).isPresent()
                ? Optional.empty()
                : held.unreadable().stream().filter(item -> item.mayBe(symbol)).findFirst();
    }

    /**
     * Returns whether an order may be sent against the broker's position: none of our orders has
     * filled since the snapshot, and all open orders of its side leave enough.
     *
     * @param now our orders when it is sent
     */
    public boolean permits(NewOrder exit, Exposure now) {
        Quantity requested = exit.orderQty();
        NetQuantity brokers =
                position(exit.symbol()).map(Position::netQty).orElse(NetQuantity.FLAT);
        return requested != null
                && unreadable(exit.symbol()).isEmpty()
                && now.netQty().equals(ours.of(exit.symbol()))
                && PositionRoom.free(exit.side(), brokers, now.open()).compareTo(requested) >= 0;
    }

    /** Returns the same where it may trade no more than our own position either. */
    public boolean permitsOurs(NewOrder exit, Exposure now) {
        Quantity requested = exit.orderQty();
        return requested != null
                && permits(exit, now)
                && PositionRoom.free(exit.side(), now.netQty(), now.open()).compareTo(requested)
                        >= 0;
    }

    /** Returns the position in an instrument, empty if there is none. */
    public Optional<Position> position(Symbol symbol) {
        return held.items().stream().filter(held -> held.symbol().equals(symbol)).findFirst();
    }

    /**
     * Returns the quantity of the position that an exit would trade against: zero if it has
     * reversed.
     */
    public Quantity closable(NewOrder exit) {
        return position(exit.symbol())
                .filter(held -> held.exitSide() == exit.side())
                .map(Position::size)
                .orElse(Quantity.ZERO);
    }

    /**
     * Returns the quantity that no open order holds, if the broker reports it; else the whole
     * position.
     */
    public Quantity available(NewOrder exit) {
        return position(exit.symbol())
                .filter(held -> held.exitSide() == exit.side())
                .map(Position::availableQty)
                .orElseGet(() -> closable(exit));
    }

    /** Returns the external orders that trade against the same position. */
    public List<BrokerOrder> rivals(NewOrder exit) {
        return external.stream()
                .filter(there -> there.symbol().equals(exit.symbol()))
                .filter(there -> there.side() == exit.side())
                .toList();
    }
}
