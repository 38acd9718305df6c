package dev.lockstep.domain.memory;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.OpenBuys;
import dev.lockstep.domain.risk.OpenQuantities;
import dev.lockstep.domain.risk.OpenQuantity;
import dev.lockstep.domain.risk.StrategyExposure;
import dev.lockstep.domain.risk.WorkingOrder;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes the exposure of an order to be stored from all orders in memory. */
final class BookExposure {
    /** These never counted as sent, or have been proven not to be at the broker. */
    private static final Set<OrderStatus> NEVER_CAME_IN =
            EnumSet.of(OrderStatus.DENIED, OrderStatus.REJECTED, OrderStatus.NEVER_ACCEPTED);

    private final NavigableMap<OrderId, Order> orders;
    private final List<Adjustment> adjustments;
    private final ConditionalInsert request;
    private final NewOrder terms;
    private final StrategyTrades trades;

    BookExposure(
            NavigableMap<OrderId, Order> orders,
            List<Adjustment> adjustments,
            StrategyTrades trades,
            ConditionalInsert request) {
        this.trades = trades;
        this.orders = orders;
        this.adjustments = adjustments;
        this.request = request;
        this.terms = request.intent().terms();
    }

    /**
     * Returns the exposure.
     *
     * @param bookVersion the version of all holdings
     */
    Exposure under(RiskRules rules, long holdingVersion, long bookVersion) {
        RiskLimits limits = rules.limits();
        return new Exposure(
                rules,
                netQty(),
                holdingVersion,
                open(),
                limits.of(RiskLimit.MaxOpenOrders.class).map(this::atBroker).orElse(0),
                limits.of(RiskLimit.MaxOrderRate.class).map(this::recent).orElse(0),
                limits.of(RiskLimit.DuplicateWindow.class).flatMap(this::twin).orElse(null),
                opposite(limits),
                carriedQty(),
                hangingQty(),
                strategy(rules),
                openBuys(rules, bookVersion));
    }

    private @Nullable OrderId opposite(RiskLimits limits) {
        return limits.of(RiskLimit.NoWashTrades.class).flatMap(_ -> opposite()).orElse(null);
    }

    private @Nullable StrategyExposure strategy(RiskRules rules) {
        StrategyId strategy = terms.strategy();
        RiskRules own = rules.of(strategy);
        if (strategy == null || own.none()) {
            return null;
        }
        NavigableMap<OrderId, Order> ofStrategy = new TreeMap<>(orders);
        ofStrategy.values().removeIf(order -> !strategy.equals(order.terms().strategy()));
        BookExposure book = new BookExposure(ofStrategy, adjustments, trades, request);
        LocalDate today = DayTrades.dayOf(request.intent().createdAt());
        return new StrategyExposure(
                strategy,
                trades.parts(strategy, today, orders.values(), adjustments),
                book.working(_ -> true),
                own.limits().of(RiskLimit.MaxOpenOrders.class).map(book::atBroker).orElse(0),
                own.limits().of(RiskLimit.MaxOrderRate.class).map(book::recent).orElse(0),
                own.limits().of(RiskLimit.DuplicateWindow.class).flatMap(book::twin).orElse(null),
                opposite(own.limits()));
    }

    private @Nullable OpenBuys openBuys(RiskRules rules, long bookVersion) {
        boolean needed =
                rules.limits().of(RiskLimit.NoMargin.class).isPresent()
                        || rules.of(terms.strategy())
                                .limits()
                                .of(RiskLimit.NoMargin.class)
                                .isPresent();
        return needed
                ? new OpenBuys(bookVersion, working(order -> order.terms().side() == Side.BUY))
                : null;
    }

    private List<WorkingOrder> working(Predicate<Order> filter) {
        return atBroker()
                .filter(order -> order.status() != OrderStatus.HELD)
                .filter(filter)
                .map(order ->
                        WorkingOrder.of(order.id(), linked(order), order.terms(), order.cumQty()))
                .toList();
    }

    private Quantity hangingQty() {
        OrderId parent = request.intent().parent();
        return parent == null || request.intent().status() != OrderStatus.WAITING
                ? Quantity.ZERO
                : others(orders.values().stream())
                        .filter(order -> parent.equals(order.parent()))
                        .filter(order -> order.status() != OrderStatus.REPLACED)
                        .map(BookExposure::taken)
                        .reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Returns the filled quantity of an ended exit, and the whole quantity of an open one. */
    private static Quantity taken(Order exit) {
        Quantity orderQty = exit.terms().orderQty();
        return orderQty == null || exit.status().closed() ? exit.cumQty() : orderQty;
    }

    private Quantity carriedQty() {
        Order replaced = request.replaced() == null ? null : orders.get(request.replaced());
        return replaced == null ? Quantity.ZERO : replaced.cumQty();
    }

    private NetQuantity netQty() {
        List<Order> ofSymbol = orders.values().stream().filter(this::sameSymbol).toList();
        return Holdings.NONE.plus(ofSymbol).adjusted(adjustments).of(terms.symbol());
    }

    private OpenQuantity open() {
        OpenQuantities open = new OpenQuantities();
        atBroker()
                .filter(this::sameSymbol)
                .filter(order -> order.terms().side() == terms.side())
                .filter(order -> order.status() != OrderStatus.HELD)
                .forEach(order ->
                        open.add(
                                order.id(), linked(order), order.terms().amount(), order.cumQty()));
        return open.sum();
    }

    /** Returns the parent at the broker that links an exit with siblings that cancel each other. */
    private @Nullable OrderId linked(Order order) {
        Order parent = order.parent() == null ? null : orders.get(order.parent());
        return parent == null || parent.terms().orderClass() instanceof OrderClass.Simple
                ? null
                : parent.id();
    }

    private int atBroker(RiskLimit.MaxOpenOrders most) {
        int own = request.replaced() == null ? terms.orderClass().exits() : 0;
        int open = atBroker().mapToInt(order -> 1 + exitsToCome(order)).sum();
        return Math.min(most.max(), open + own);
    }

    /** The exits that the broker may have made of an unanswered order and that are not stored. */
    private int exitsToCome(Order order) {
        if (!order.status().unresolved() || order.replaces() != null) {
            return 0;
        }
        long stored =
                orders.values().stream()
                        .filter(exit -> order.id().equals(exit.parent()))
                        .filter(exit -> exit.status().mayBeAtBroker())
                        .count();
        return Math.max(0, order.terms().orderClass().exits() - Math.toIntExact(stored));
    }

    private int recent(RiskLimit.MaxOrderRate rate) {
        return Math.toIntExact(
                within(rate.window())
                        .filter(order -> order.parent() == null)
                        .filter(order -> order.status() != OrderStatus.DENIED)
                        .limit(rate.orders())
                        .count());
    }

    private Optional<OrderId> twin(RiskLimit.DuplicateWindow window) {
        return within(window.window())
                .filter(order -> order.parent() == null)
                .filter(order -> !NEVER_CAME_IN.contains(order.status()))
                .filter(order -> sameTerms(order.terms()))
                .map(Order::id)
                .findFirst();
    }

    private boolean sameTerms(NewOrder other) {
        return other.symbol().equals(terms.symbol())
                && other.side() == terms.side()
                && other.amount().equals(terms.amount())
                && other.type().equals(terms.type());
    }

    private Optional<OrderId> opposite() {
        return atBroker()
                .filter(this::sameSymbol)
                .filter(order -> order.terms().side() != terms.side())
                .filter(order -> order.status() != OrderStatus.HELD)
                .filter(order -> atTheMarket(order.terms().type()))
                .map(Order::id)
                .findFirst();
    }

    private static boolean atTheMarket(OrderType type) {
        return switch (type) {
            case OrderType.Market _, OrderType.Stop _, OrderType.TrailingStop _ -> true;
            case OrderType.Limit _, OrderType.StopLimit _ -> false;
        };
    }

    private Stream<Order> within(Duration window) {
        OrderId first = OrderId.earliestAt(request.intent().createdAt().minus(window));
        return others(orders.tailMap(first, true).values().stream());
    }

    private Stream<Order> atBroker() {
        return others(orders.values().stream()).filter(order -> order.status().mayBeAtBroker());
    }

    private Stream<Order> others(Stream<Order> all) {
        return all.filter(order -> !order.id().equals(request.intent().id()))
                .filter(order -> !Objects.equals(order.id(), request.replaced()));
    }

    private boolean sameSymbol(Order order) {
        return order.terms().symbol().equals(terms.symbol());
    }
}
