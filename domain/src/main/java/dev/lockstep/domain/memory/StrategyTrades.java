package dev.lockstep.domain.memory;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.OwnFills;
import dev.lockstep.domain.position.StrategyHoldings;
import dev.lockstep.domain.position.StrategyPart;
import dev.lockstep.domain.position.StrategyParts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parts of strategies, from all orders in memory and the trades as they were stored. */
final class StrategyTrades {
    private final Map<OrderId, List<OrderId>> replacements = new HashMap<>();
    private final Map<Key, DayTrades> trades = new HashMap<>();
    private final Set<Symbol> tradedByNone = new HashSet<>();

    private record Key(StrategyId strategy, Symbol symbol) {}

    /**
     * A new version of an order was stored.
     *
     * @param before the version before it, null for a new order
     * @param orders all orders, with the new version
     */
    void stored(
            @Nullable Order before,
            Order after,
            Map<OrderId, Order> orders,
            List<Adjustment> adjustments) {
        OrderId replaced = after.replaces();
        if (before == null && replaced != null) {
            replacements.computeIfAbsent(replaced, _ -> new ArrayList<>()).add(after.id());
        }
        if (sameFills(before, after)) {
            return;
        }
        Symbol symbol = after.terms().symbol();
        StrategyId strategy = after.terms().strategy();
        DayTrades own = DayTrades.NONE;
        if (strategy == null) {
            tradedByNone.add(symbol);
        } else {
            List<Order> now = chain(after, orders);
            own = OwnFills.between(replaced(now, after, before), now, after);
            trades.merge(new Key(strategy, symbol), own, DayTrades::plus);
        }
        if (tradedByNone.contains(symbol)) {
            closed(before, after, own, orders, adjustments);
        }
    }

    /**
     * If orders without a strategy have a part in that the account is flat, all parts are closed.
     *
     * @param own what the order's strategy has traded by it, which is no part that it closed
     */
    private void closed(
            @Nullable Order before,
            Order after,
            DayTrades own,
            Map<OrderId, Order> orders,
            List<Adjustment> adjustments) {
        Symbol symbol = after.terms().symbol();
        List<StrategyId> owners =
                trades.keySet().stream()
                        .filter(key -> key.symbol().equals(symbol))
                        .map(Key::strategy)
                        .toList();
        if (owners.isEmpty()) {
            return;
        }
        List<Order> now =
                orders.values().stream()
                        .filter(order -> order.terms().symbol().equals(symbol))
                        .toList();
        List<Adjustment> booked = of(symbol, adjustments);
        StrategyHoldings earlier = StrategyHoldings.of(replaced(now, after, before), booked);
        StrategyHoldings later = StrategyHoldings.of(now, booked);
        for (StrategyId owner : owners) {
            BigDecimal more = later.of(owner).value().subtract(earlier.of(owner).value());
            BigDecimal traded =
                    owner.equals(after.terms().strategy()) ? own.netQty().value() : BigDecimal.ZERO;
            trades.merge(
                    new Key(owner, symbol),
                    OwnFills.closed(after, new NetQuantity(more.subtract(traded))),
                    DayTrades::plus);
        }
    }

    private static List<Order> replaced(List<Order> orders, Order after, @Nullable Order before) {
        return orders.stream()
                .map(order -> order.id().equals(after.id()) ? before : order)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean sameFills(@Nullable Order before, Order after) {
        return before == null
                ? after.cumQty().zero()
                : after.cumQty().equals(before.cumQty())
                        && Objects.equals(after.avgPx(), before.avgPx())
                        && Objects.equals(after.state().carried(), before.state().carried())
                        && (after.replaces() == null || after.status() == before.status());
    }

    private List<Order> chain(Order order, Map<OrderId, Order> orders) {
        Order first = order;
        for (Order earlier = replaced(first, orders);
                earlier != null;
                earlier = replaced(first, orders)) {
            first = earlier;
        }
        List<Order> chain = new ArrayList<>(List.of(first));
        for (int place = 0; place < chain.size(); place++) {
            replacements.getOrDefault(chain.get(place).id(), List.of()).stream()
                    .map(orders::get)
                    .filter(Objects::nonNull)
                    .forEach(chain::add);
        }
        return chain;
    }

    private static @Nullable Order replaced(Order order, Map<OrderId, Order> orders) {
        return order.replaces() == null ? null : orders.get(order.replaces());
    }

    /** Returns the parts of a strategy that are not flat, and those that it traded today. */
    List<StrategyPart> parts(
            StrategyId strategy,
            LocalDate today,
            Iterable<Order> orders,
            List<Adjustment> adjustments) {
        SortedSet<Symbol> symbols = new TreeSet<>();
        Map<Symbol, List<Order>> bySymbol = new HashMap<>();
        Map<BrokerOrderId, StrategyId> ofOrder = new HashMap<>();
        for (Order order : orders) {
            Symbol symbol = order.terms().symbol();
            bySymbol.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(order);
            if (strategy.equals(order.terms().strategy())) {
                symbols.add(symbol);
                if (order.brokerOrderId() != null) {
                    ofOrder.put(order.brokerOrderId(), strategy);
                }
            }
        }
        return symbols.stream()
                .map(symbol ->
                        part(
                                new Key(strategy, symbol),
                                today,
                                bySymbol.getOrDefault(symbol, List.of()),
                                of(symbol, adjustments),
                                ofOrder))
                .filter(part -> part.counts(today))
                .toList();
    }

    private StrategyPart part(
            Key key,
            LocalDate today,
            List<Order> orders,
            List<Adjustment> adjustments,
            Map<BrokerOrderId, StrategyId> ofOrder) {
        NetQuantity netQty = StrategyHoldings.of(orders, adjustments).of(key.strategy());
        DayTrades all = trades.getOrDefault(key, DayTrades.NONE);
        for (Adjustment fee : adjustments) {
            if (isFee(fee) && key.strategy().equals(ofOrder.get(fee.orderId()))) {
                all = all.plus(StrategyParts.fee(fee));
            }
        }
        return new StrategyPart(
                key.symbol(), netQty, all.plus(resized(key, today, orders, adjustments, netQty)));
    }

    /** Returns what adjustments of today other than fees have changed, such as a split. */
    private static DayTrades resized(
            Key key,
            LocalDate today,
            List<Order> orders,
            List<Adjustment> adjustments,
            NetQuantity netQty) {
        List<Adjustment> others =
                adjustments.stream()
                        .filter(each -> isFee(each) || !DayTrades.dayOf(each.at()).equals(today))
                        .toList();
        if (others.size() == adjustments.size()) {
            return DayTrades.NONE;
        }
        NetQuantity without = StrategyHoldings.of(orders, others).of(key.strategy());
        return new DayTrades(
                today,
                new NetQuantity(netQty.value().subtract(without.value())),
                DayTrades.NONE.cash());
    }

    private static boolean isFee(Adjustment adjustment) {
        return adjustment.kind() == AdjustmentKind.FEE && adjustment.orderId() != null;
    }

    private static List<Adjustment> of(Symbol symbol, List<Adjustment> adjustments) {
        return adjustments.stream().filter(each -> symbol.equals(each.symbol())).toList();
    }
}
