package dev.lockstep.domain.usecase;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.BrokerFault;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.Restriction;
import dev.lockstep.domain.risk.RiskRules;
import dev.lockstep.domain.risk.TradingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One pass of closing every position that the broker tells, each by one market order.
 *
 * <p>An instrument with an open order waits: that order holds the shares, or closes the position
 * already. The closing order passes the gate, which lets out no more than reduces the position, and
 * has a key of its halt, position and attempt: so two passes at once, or one repeated after a
 * crash, never close more than there is.
 */
final class Flatten {
    /** So often may closing orders of one position fail during one halt. */
    private static final int MAX_ATTEMPTS = 20;

    private static final Set<OrderStatus> AT_BROKER =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Broker broker;
    private final SubmitOrder submitOrder;
    private final SyncOrders syncOrders;

    Flatten(
            OrderRepository repository,
            Broker broker,
            SubmitOrder submitOrder,
            SyncOrders syncOrders) {
        this.repository = repository;
        this.broker = broker;
        this.submitOrder = submitOrder;
        this.syncOrders = syncOrders;
    }

    Flattening pass(RiskRules rules) {
        if (rules.state() == TradingState.ACTIVE) {
            return new Flattening.NotHeldBack();
        }
        return switch (syncOrders.sync()) {
            case SyncResult.Failed failed -> new Flattening.Failed(failed.fault());
            case SyncResult.Completed completed -> afterSync(since(rules), completed);
        };
    }

    private static Instant since(RiskRules rules) {
        return rules.restrictions().stream()
                .map(Restriction::since)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private Flattening afterSync(Instant since, SyncResult.Completed synced) {
        return switch (broker.positions()) {
            case Fetched.Failed<List<Position>>(BrokerFault fault) -> new Flattening.Failed(fault);
            case Fetched.Complete<List<Position>>(List<Position> positions) ->
                    closed(since, positions, busy(synced));
        };
    }

    /** The instruments of which an order is or may be at the broker, whoever sent it. */
    private Set<Symbol> busy(SyncResult.Completed synced) {
        Set<Symbol> busy = new TreeSet<>();
        synced.external().stream().map(BrokerOrder::symbol).forEach(busy::add);
        for (Order order : new EveryPage(repository).listed(OrderQuery.all().in(AT_BROKER))) {
            busy.add(order.terms().symbol());
        }
        return busy;
    }

    private Flattening closed(Instant since, List<Position> positions, Set<Symbol> busy) {
        List<SubmitResult> closing = new ArrayList<>();
        List<Symbol> waiting = new ArrayList<>();
        for (Position position : positions) {
            if (busy.contains(position.symbol())) {
                waiting.add(position.symbol());
            } else {
                closing.add(close(since, position));
            }
        }
        return new Flattening.Passed(closing, waiting);
    }

    private SubmitResult close(Instant since, Position position) {
        NewOrder terms = terms(position);
        SubmitResult result = submitOrder.submit(terms, key(since, position, 1));
        for (int attempt = 2; attempt <= MAX_ATTEMPTS && failedBefore(result); attempt++) {
            result = submitOrder.submit(terms, key(since, position, attempt));
        }
        return result;
    }

    private static boolean failedBefore(SubmitResult result) {
        return result instanceof SubmitResult.AlreadySubmitted before
                && before.order().status().closed();
    }

    private static NewOrder terms(Position position) {
        boolean held = position.netQty().value().signum() > 0;
        return new NewOrder(
                position.symbol(),
                held ? Side.SELL : Side.BUY,
                new Quantity(position.netQty().value().abs()),
                new OrderType.Market(),
                position.symbol().assetClass() == AssetClass.CRYPTO
                        ? TimeInForce.GTC
                        : TimeInForce.DAY);
    }

    private static IdempotencyKey key(Instant since, Position position, int attempt) {
        return new IdempotencyKey(
                "flatten "
                        + since.toEpochMilli()
                        + " "
                        + position.symbol()
                        + " "
                        + position.netQty()
                        + " "
                        + attempt);
    }
}
