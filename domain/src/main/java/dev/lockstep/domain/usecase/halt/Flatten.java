package dev.lockstep.domain.usecase.halt;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.cancel.CancelEach;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.close.CloseChain;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One pass of closing every position that the broker reports, by the same close as for all callers,
 * so that concurrent passes and callers send one order.
 *
 * <p>An instrument waits while an order may open a position in it, an external order may hold the
 * shares, or a closing order works. Such orders are canceled; an instrument without a position
 * counts as left until they have ended, because an unanswered order may still open a position.
 */
final class Flatten {
    private static final Set<OrderStatus> NOT_ENDED =
            Arrays.stream(OrderStatus.values())
                    .filter(status -> !status.closed())
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Broker broker;
    private final ClosePosition closePosition;
    private final SyncOrders syncOrders;
    private final CancelEach cancelEach;

    Flatten(
            OrderRepository repository,
            Broker broker,
            ClosePosition closePosition,
            SyncOrders syncOrders,
            CancelOrder cancelOrder) {
        this.repository = repository;
        this.broker = broker;
        this.closePosition = closePosition;
        this.syncOrders = syncOrders;
        this.cancelEach = new CancelEach(cancelOrder, broker);
    }

    Flattening pass(RiskRules rules) {
        if (rules.state() == TradingState.ACTIVE) {
            return new Flattening.NotHeldBack();
        }
        closePosition.resume();
        return switch (syncOrders.sync()) {
            case SyncResult.Failed failed -> new Flattening.Failed(failed.fault());
            case SyncResult.Completed completed -> afterSync(completed);
        };
    }

    /** Our orders are read before the positions: what ends in between shows as a position. */
    private Flattening afterSync(SyncResult.Completed synced) {
        List<Order> ours = new OrderScanner(repository).listed(OrderQuery.all().in(NOT_ENDED));
        return switch (broker.positions()) {
            case FetchResult.Failed<FetchedList<Position>>(BrokerFault fault) ->
                    new Flattening.Failed(fault);
            case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> positions) ->
                    closed(positions, ours, synced);
        };
    }

    private Flattening closed(
            FetchedList<Position> positions, List<Order> ours, SyncResult.Completed synced) {
        List<Order> closing = new ArrayList<>();
        List<Unclosed> left = new ArrayList<>();
        Set<Symbol> held = new HashSet<>();
        for (Position position : positions.items()) {
            held.add(position.symbol());
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
        left.addAll(working(held, ours, synced));
        return new Flattening.Passed(closing, left, unreadable(positions, synced));
    }

    private static List<UnreadableItem> unreadable(
            FetchedList<Position> positions, SyncResult.Completed synced) {
        return Stream.concat(positions.unreadable().stream(), synced.unreadable().stream())
                .toList();
    }

    /** Returns the instruments without a position, of which orders have not ended. */
    private List<Unclosed> working(
            Set<Symbol> held, List<Order> ours, SyncResult.Completed synced) {
        Set<Symbol> symbols = new LinkedHashSet<>();
        ours.forEach(order -> symbols.add(order.terms().symbol()));
        external(synced, _ -> true).forEach(there -> symbols.add(there.symbol()));
        symbols.removeAll(held);
        return symbols.stream()
                .<Unclosed>map(symbol ->
                        blocked(
                                symbol,
                                ours.stream()
                                        .filter(order -> order.terms().symbol().equals(symbol))
                                        .toList(),
                                external(synced, symbol::equals)))
                .toList();
    }

    private Optional<Unclosed> busy(Position position, SyncResult.Completed synced) {
        Symbol symbol = position.symbol();
        List<BrokerOrder> elsewhere = external(synced, symbol::equals);
        List<Order> there =
                new OrderScanner(repository)
                        .listed(OrderQuery.all().in(NOT_ENDED).of(symbol)).stream()
                                .filter(order -> order.status() != OrderStatus.WAITING)
                                .toList();
        List<Order> opening =
                there.stream()
                        .filter(order -> order.terms().side() != position.exitSide())
                        .toList();
        if (!elsewhere.isEmpty() || !opening.isEmpty()) {
            return Optional.of(blocked(symbol, opening, elsewhere));
        }
        return there.stream()
                // A close that rests at a limit gives its shares to the one that follows.
                .filter(order -> Kind.CLOSING.of(order) && !CloseChain.rests(order))
                .findFirst()
                .map(order -> new Unclosed.Asked(symbol, new CloseResult.Closing(order)));
    }

    private Unclosed blocked(Symbol symbol, List<Order> ours, List<BrokerOrder> elsewhere) {
        cancelEach.request(ours, elsewhere);
        return new Unclosed.Blocked(symbol, ours, elsewhere.size());
    }

    private static List<BrokerOrder> external(
            SyncResult.Completed synced, Predicate<Symbol> meant) {
        return synced.external().stream()
                .filter(there -> meant.test(there.symbol()))
                .filter(there ->
                        !(there.status() instanceof ReportedStatus.Known(_, OrderStatus status)
                                && status.closed()))
                .toList();
    }
}
