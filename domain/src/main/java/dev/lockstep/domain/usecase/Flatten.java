package dev.lockstep.domain.usecase;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.BrokerFault;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.FetchedList;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.UnreadableItem;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.RiskRules;
import dev.lockstep.domain.risk.TradingState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One pass of closing every position that the broker tells, by the way in which every position is
 * closed: so this pass, one beside it and anybody else who closes send one order.
 *
 * <p>An instrument waits while an order may open the position anew, an order that was sent
 * elsewhere may hold the shares, or a closing order works.
 */
final class Flatten {
    private static final Set<OrderStatus> AT_BROKER =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Broker broker;
    private final ClosePosition closePosition;
    private final SyncOrders syncOrders;

    Flatten(
            OrderRepository repository,
            Broker broker,
            ClosePosition closePosition,
            SyncOrders syncOrders) {
        this.repository = repository;
        this.broker = broker;
        this.closePosition = closePosition;
        this.syncOrders = syncOrders;
    }

    Flattening pass(RiskRules rules) {
        if (rules.state() == TradingState.ACTIVE) {
            return new Flattening.NotHeldBack();
        }
        return switch (syncOrders.sync()) {
            case SyncResult.Failed failed -> new Flattening.Failed(failed.fault());
            case SyncResult.Completed completed -> afterSync(completed);
        };
    }

    private Flattening afterSync(SyncResult.Completed synced) {
        return switch (broker.positions()) {
            case Fetched.Failed<FetchedList<Position>>(BrokerFault fault) ->
                    new Flattening.Failed(fault);
            case Fetched.Complete<FetchedList<Position>>(FetchedList<Position> positions) ->
                    closed(positions, synced);
        };
    }

    private Flattening closed(FetchedList<Position> positions, SyncResult.Completed synced) {
        List<Order> closing = new ArrayList<>();
        List<Unclosed> left = new ArrayList<>();
        for (Position position : positions.items()) {
            Optional<Unclosed> busy = busy(position, synced);
            if (busy.isPresent()) {
                left.add(busy.get());
                continue;
            }
            CloseResult result = closePosition.close(position.symbol(), new ClosePart.Whole());
            if (result instanceof CloseResult.Closing(Order order)
                    && order.status() != OrderStatus.WAITING) {
                closing.add(order);
            } else {
                left.add(new Unclosed.Asked(position.symbol(), result));
            }
        }
        return new Flattening.Passed(closing, left, unreadable(positions, synced));
    }

    private static List<UnreadableItem> unreadable(
            FetchedList<Position> positions, SyncResult.Completed synced) {
        return Stream.concat(positions.unreadable().stream(), synced.unreadable().stream())
                .toList();
    }

    private Optional<Unclosed> busy(Position position, SyncResult.Completed synced) {
        Symbol symbol = position.symbol();
        int elsewhere =
                Math.toIntExact(
                        synced.external().stream()
                                .filter(there -> there.symbol().equals(symbol))
                                .count());
        List<Order> there =
                new EveryPage(repository).listed(OrderQuery.all().in(AT_BROKER).of(symbol));
        List<Order> opening =
                there.stream()
                        .filter(order -> order.terms().side() != position.exitSide())
                        .toList();
        if (elsewhere > 0 || !opening.isEmpty()) {
            return Optional.of(new Unclosed.Blocked(symbol, opening, elsewhere));
        }
        return there.stream()
                .filter(CloseKey::marks)
                .findFirst()
                .map(order -> new Unclosed.Asked(symbol, new CloseResult.Closing(order)));
    }
}
