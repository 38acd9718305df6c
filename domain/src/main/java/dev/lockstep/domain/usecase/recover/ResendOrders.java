package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.close.ClosableShares;
import dev.lockstep.domain.usecase.close.ExitRoom;
import dev.lockstep.domain.usecase.close.ExitRoom.Room;
import dev.lockstep.domain.usecase.pretrade.StateCheck;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.submit.OrderSender;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * Sends orders again that the broker never had, if trading allows it and what they were for is
 * still there: a position to close, or what an entry has opened.
 */
final class ResendOrders {
    private final OrderRepository repository;
    private final Broker broker;
    private final OrderSender delivery;
    private final StateCheck stateCheck;
    private final ExitRoom exitRoom;
    private final NeverAcceptedOrders neverAccepted;

    ResendOrders(
            OrderRepository repository,
            Broker broker,
            OrderSender delivery,
            StateCheck stateCheck,
            ExitRoom exitRoom,
            NeverAcceptedOrders neverAccepted) {
        this.repository = repository;
        this.broker = broker;
        this.delivery = delivery;
        this.stateCheck = stateCheck;
        this.exitRoom = exitRoom;
        this.neverAccepted = neverAccepted;
    }

    /** Sends one again under the same id if that is still right; else ends it or waits. */
    LookupOutcome sendAgain(Order order, Evidence evidence) {
        OrderId parent = order.parent();
        if (parent != null) {
            return sendAgainIfRoom(order, parent, evidence);
        }
        return Kind.CLOSING.of(order) || Kind.PROTECTION.of(order)
                ? sendAgainIfHeld(order, evidence)
                : sendAgainIfLet(order, evidence);
    }

    private LookupOutcome sendAgainIfLet(Order order, Evidence evidence) {
        List<Denial> denials = stateCheck.denials(order);
        if (denials.isEmpty()) {
            return claimAndSend(order, evidence);
        }
        return StateCheck.temporary(denials)
                ? new LookupOutcome(order, "not sent again yet: " + Denial.text(denials))
                : neverAccepted.end(order, evidence, "; not sent again: " + Denial.text(denials));
    }

    /** The position that an order was to close may no longer exist. */
    private LookupOutcome sendAgainIfHeld(Order order, Evidence evidence) {
        return switch (broker.positions()) {
            case FetchResult.Failed<FetchedList<Position>>(BrokerFault fault) ->
                    positionUnknown(order, fault);
            case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> positions) -> {
                PositionSnapshot snapshot = PositionSnapshot.only(positions);
                Symbol symbol = order.terms().symbol();
                yield snapshot.unreadable(symbol)
                        .map(item -> positionUnknown(order, item.fault()))
                        .orElseGet(() -> sentAgainIf(stillHeld(order, snapshot), order, evidence));
            }
        };
    }

    private static LookupOutcome positionUnknown(Order order, BrokerFault fault) {
        return new LookupOutcome(order, "the position cannot be fetched: " + fault.text());
    }

    private LookupOutcome sentAgainIf(boolean held, Order order, Evidence evidence) {
        return held
                ? claimAndSend(order, evidence)
                : neverAccepted.end(
                        order, evidence, "; not sent again: the position no longer exists");
    }

    /** The position that the entry of an exit had opened may no longer exist. */
    private LookupOutcome sendAgainIfRoom(Order order, OrderId parent, Evidence evidence) {
        Optional<Order> entry = new EntryChain(repository).end(parent);
        Optional<PositionSnapshot> snapshot = PositionSnapshot.atPositions(repository, broker);
        if (entry.isEmpty() || snapshot.isEmpty()) {
            return new LookupOutcome(order, "the position cannot be fetched");
        }
        return switch (exitRoom.of(order, entry.get(), snapshot.get())) {
            case Room.Free(Quantity free) when free.equals(order.terms().orderQty()) ->
                    claimAndSend(order, evidence);
            case Room.Free(Quantity free) ->
                    neverAccepted.end(
                            order,
                            evidence,
                            "; not sent again: only " + free + " is left to close");
            case Room.Gone(String why) ->
                    neverAccepted.end(order, evidence, "; not sent again: " + why);
            case Room.Later(String why) -> new LookupOutcome(order, why);
        };
    }

    private boolean stillHeld(Order order, PositionSnapshot snapshot) {
        Quantity requested = order.terms().orderQty();
        return requested != null
                && new ClosableShares(repository).of(order.terms(), snapshot).compareTo(requested)
                        >= 0;
    }

    private LookupOutcome claimAndSend(Order order, Evidence evidence) {
        return delivery.sendAgain(order, evidence)
                .map(result -> new LookupOutcome(result.order(), text(result.order())))
                .orElseGet(() -> new LookupOutcome(order, "another caller handles it"));
    }

    private static String text(Order sent) {
        return sent.state().text().isEmpty() ? "sent again, no answer yet" : sent.state().text();
    }
}
