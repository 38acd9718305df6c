package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.OrderState.Carried;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.position.OwnTrades;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how much of the fills of a replaced order its replacement counts: what the broker says
 * the replacement has filled, less its own executions. That is less than the replaced order had
 * filled where the broker carried nothing over or took a bust along.
 *
 * <p>Executions may be listed later than the order shows them, so two lookups must agree. Not
 * thread-safe.
 */
final class ReplacedFills {
    /** The most that is remembered of earlier lookups. */
    private static final int MAX_REMEMBERED = 5_000;

    private final OrderRepository repository;
    private final Fills fills;
    private final ChangedExecutions changedExecutions;
    private final InstantSource clock;
    private final Map<OrderId, Quantity> seen = new HashMap<>();

    ReplacedFills(
            OrderRepository repository,
            Fills fills,
            ChangedExecutions changedExecutions,
            InstantSource clock) {
        this.repository = repository;
        this.fills = fills;
        this.changedExecutions = changedExecutions;
        this.clock = clock;
    }

    /** Returns what the orders traded whose place this one took, as far as it counts that. */
    static Quantity carried(OrderRepository repository, Order order) {
        return new OwnTrades(chain(repository, order)).carried(order).qty();
    }

    /**
     * Records what a replacement counts, if its executions show it.
     *
     * @param order a replacement whose filled quantity and executions do not agree
     */
    void settle(Order order, BrokerOrderId id, OrderLookup.Found found) {
        List<Order> chain = chain(repository, order);
        BrokerOrder there = found.order();
        OrderExecutions executions = fills.executions(id);
        Quantity traded = executions.traded();
        if (chain.size() < 2 || there.cumQty().compareTo(traded) < 0) {
            return;
        }
        Quantity counted = there.cumQty().less(traded);
        boolean known = new OwnTrades(chain).carried(order).qty().equals(counted);
        if (!known
                && counted.compareTo(most(chain)) <= 0
                && again(order, counted)
                && changedExecutions.listed(order, id).filter(traded::equals).isPresent()) {
            Carried carried = new Carried(counted, avgPx(chain, there, executions, counted));
            record(order, chain.get(1), carried, found.evidence());
        }
    }

    private boolean again(Order order, Quantity counted) {
        if (seen.size() >= MAX_REMEMBERED) {
            seen.clear();
        }
        return counted.equals(seen.put(order.id(), counted));
    }

    private void record(Order order, Order replaced, Carried carried, Evidence evidence) {
        repository.update(
                OrderUpdate.applying(
                        replaced.id(),
                        new ExecutionReport.CarriedOver(carried),
                        clock.instant(),
                        new Evidence(
                                Evidence.Source.CORRECTION,
                                "by its executions order "
                                        + order.id()
                                        + ", which replaced it, counts "
                                        + carried.qty()
                                        + " of its fills",
                                evidence.requestId(),
                                evidence.payload())));
    }

    /**
     * The most that earlier orders of the chain ever traded, with later busts counted as traded.
     */
    private Quantity most(List<Order> chain) {
        Quantity most = Quantity.ZERO;
        for (Order replaced : chain.subList(1, chain.size())) {
            BrokerOrderId id = replaced.brokerOrderId();
            BigDecimal reported =
                    id == null
                            ? BigDecimal.ZERO
                            : fills.executions(id).reported().stream()
                                    .map(fill -> fill.lastQty().value())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            most = max(most, replaced.cumQty());
            most = max(most, replaced.state().handedOver().qty());
            most = max(most, new Quantity(reported));
        }
        return most;
    }

    private static Quantity max(Quantity one, Quantity other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The exact price where an order before it traded just as much. */
    private static @Nullable Price avgPx(
            List<Order> chain, BrokerOrder there, OrderExecutions executions, Quantity counted) {
        Price avgPx = there.avgPx();
        if (counted.zero() || avgPx == null) {
            return null;
        }
        Optional<Price> same =
                chain.subList(1, chain.size()).stream()
                        .filter(replaced -> replaced.cumQty().equals(counted))
                        .map(Order::avgPx)
                        .filter(Objects::nonNull)
                        .findFirst();
        BigDecimal value = avgPx.times(there.cumQty()).value();
        for (Fill fill : executions.current()) {
            value = value.subtract(fill.lastPx().times(fill.lastQty()).value());
        }
        return same.orElse(
                value.signum() <= 0
                        ? avgPx
                        : new Price(
                                value.divide(
                                        counted.value(),
                                        Price.MAX_DECIMALS,
                                        RoundingMode.HALF_UP)));
    }

    /** Returns an order and those whose place it took, the nearest first. */
    private static List<Order> chain(OrderRepository repository, Order order) {
        List<Order> chain = new ArrayList<>(List.of(order));
        OrderId before = order.replaces();
        while (before != null) {
            Optional<Order> replaced = repository.find(before);
            replaced.ifPresent(chain::add);
            before = replaced.map(Order::replaces).orElse(null);
        }
        return chain;
    }
}
