package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our orders that are or may be at the broker, hold shares of a position, and cancel each other: a
 * single order, or the two exits of one entry.
 *
 * @param members the orders, oldest first
 */
record ExitGroup(List<Order> members) {
    private static final Set<OrderStatus> AT_BROKER =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toUnmodifiableSet());

    ExitGroup {
        members = List.copyOf(members);
    }

    /**
     * Returns all that trade against the same position as this exit, but orders that close it.
     * Exits that the broker holds back altogether hold no shares.
     */
    static List<ExitGroup> siblings(OrderRepository repository, NewOrder exit) {
        List<Order> orders =
                new OrderScanner(repository)
                        .listed(OrderQuery.all().in(AT_BROKER).of(exit.symbol())).stream()
                                .filter(order -> order.terms().side() == exit.side())
                                .filter(order -> !Kind.CLOSING.of(order))
                                .toList();
        Map<OrderId, List<Order>> byName = new TreeMap<>();
        for (Order order : orders) {
            byName.computeIfAbsent(name(repository, order), _ -> new ArrayList<>()).add(order);
        }
        return byName.values().stream()
                .filter(group ->
                        group.stream().anyMatch(order -> order.status() != OrderStatus.HELD))
                .map(ExitGroup::new)
                .toList();
    }

    /**
     * Returns the same with the closes that rest at a limit, which hold their shares like exits.
     */
    static List<ExitGroup> holding(OrderRepository repository, CloseChain closes, NewOrder exit) {
        return Stream.concat(
                        siblings(repository, exit).stream(),
                        closes.resting(exit.symbol()).stream()
                                .filter(order -> order.terms().side() == exit.side())
                                .map(order -> new ExitGroup(List.of(order))))
                .toList();
    }

    /** Returns the groups of one strategy; all, without a strategy. */
    static List<ExitGroup> ofSame(@Nullable StrategyId strategy, List<ExitGroup> groups) {
        return groups.stream()
                .filter(group ->
                        strategy == null || strategy.equals(group.main().terms().strategy()))
                .toList();
    }

    /** Orders that the broker hung on one order, and that order, have one name. */
    private static OrderId name(OrderRepository repository, Order order) {
        OrderId parent = order.parent();
        boolean linked =
                parent != null
                        && repository
                                .find(parent)
                                .filter(above ->
                                        !(above.terms().orderClass() instanceof OrderClass.Simple))
                                .isPresent();
        return linked && parent != null ? parent : order.id();
    }

    /** By which the group is named once it has ended. */
    Order main() {
        return members.getFirst();
    }

    /** Returns its open quantity; {@code all} if only a dollar amount is known. */
    Quantity leavesQty(Quantity all) {
        Quantity most = Quantity.ZERO;
        for (Order order : members) {
            Quantity leaves = order.leavesQty();
            Quantity next = leaves == null ? all : leaves;
            most = next.compareTo(most) > 0 ? next : most;
        }
        return most;
    }

    /** Returns whether a cancel was asked for already. */
    boolean ending() {
        return members.stream().anyMatch(order -> order.status() == OrderStatus.PENDING_CANCEL);
    }

    /** Lower goes first where not all have to be canceled: a stop is given up last. */
    int rank() {
        boolean limitAlone =
                members.size() == 1 && main().terms().type() instanceof OrderType.Limit;
        return ending() ? 0 : limitAlone ? 1 : 2;
    }

    /** Returns an order with the same effect; empty if it does not rest in the market. */
    Optional<NewOrder> terms() {
        if (main().terms().type() instanceof OrderType.Market) {
            return Optional.empty();
        }
        return Optional.of(pair().orElseGet(() -> main().terms()));
    }

    /** Returns the exits of a bracket as one order: its own entry has filled. */
    private Optional<NewOrder> pair() {
        Optional<Order> limit =
                members.stream()
                        .filter(order -> order.terms().orderClass() instanceof OrderClass.Simple)
                        .filter(order -> order.terms().type() instanceof OrderType.Limit)
                        .findFirst();
        Optional<ExitLeg.StopLoss> stop =
                members.stream().flatMap(order -> stopLoss(order).stream()).findFirst();
        return limit.isPresent() && stop.isPresent()
                ? Optional.of(limit.get().terms().with(new OrderClass.OneCancelsOther(stop.get())))
                : Optional.empty();
    }

    private static Optional<ExitLeg.StopLoss> stopLoss(Order order) {
        return switch (order.terms().type()) {
            case OrderType.Stop(var stopPx) -> Optional.of(new ExitLeg.StopLoss(stopPx, null));
            case OrderType.StopLimit(var stopPx, var limitPrice) ->
                    Optional.of(new ExitLeg.StopLoss(stopPx, limitPrice));
            case OrderType.Market _, OrderType.Limit _, OrderType.TrailingStop _ ->
                    Optional.empty();
        };
    }
}
