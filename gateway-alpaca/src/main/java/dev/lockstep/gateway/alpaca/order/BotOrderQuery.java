package dev.lockstep.gateway.alpaca.order;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.gateway.alpaca.wire.OrderWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filters of an order list.
 *
 * @param statuses only orders with these statuses
 * @param limit the most orders
 * @param after only orders submitted later, null for all
 * @param until only orders submitted earlier, null for all
 * @param from the order to start after in the direction, null for the first
 * @param end the order to stop before in the direction, null for the last
 * @param ascending whether the oldest order is first
 * @param nested whether legs are shown below their parents only
 * @param symbols only orders of these instruments, empty for all
 * @param side only orders of this side, null for both
 * @param assetClasses only orders of these classes, empty for all
 */
record BotOrderQuery(
        Set<OrderStatus> statuses,
        int limit,
        @Nullable Instant after,
        @Nullable Instant until,
        @Nullable OrderId from,
        @Nullable OrderId end,
        boolean ascending,
        boolean nested,
        Set<Symbol> symbols,
        @Nullable Side side,
        Set<String> assetClasses) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    /** An id is made shortly before the order, so a search by time starts a bit earlier. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    BotOrderQuery {
        statuses = Set.copyOf(statuses);
        symbols = Set.copyOf(symbols);
        assetClasses = Set.copyOf(assetClasses);
    }

    /**
     * Parses the parameters.
     *
     * @param symbolOf finds the symbol of a text
     * @param orderOf finds an order by the id that a bot sends
     */
    static BotOrderQuery of(
            Query query, Function<String, Symbol> symbolOf, Function<String, Order> orderOf) {
        String afterOrder = query.text("after_order_id");
        String beforeOrder = query.text("before_order_id");
        Instant after = query.time("after");
        Instant until = query.time("until");
        if ((afterOrder != null && beforeOrder != null)
                || ((afterOrder != null || beforeOrder != null)
                        && (after != null || until != null))) {
            throw new RefusedRequest(
                    Refusal.invalid(
                            "before_order_id, after_order_id and after/until are mutually"
                                    + " exclusive"));
        }
        boolean ascending = query.word("direction", "desc", "asc", "desc").equals("asc");
        boolean nested = query.flag("nested");
        String side = query.text("side");
        return new BotOrderQuery(
                statuses(query.word("status", "open", "open", "closed", "all")),
                query.limit(DEFAULT_LIMIT, MAX_LIMIT),
                after,
                until,
                id(ascending ? afterOrder : beforeOrder, orderOf),
                id(ascending ? beforeOrder : afterOrder, orderOf),
                ascending,
                nested,
                query.list("symbols").stream().map(symbolOf).collect(Collectors.toSet()),
                side == null ? null : OrderWords.side(side),
                new HashSet<>(query.list("asset_class")));
    }

    private static @Nullable OrderId id(@Nullable String text, Function<String, Order> orderOf) {
        return text == null ? null : orderOf.apply(text).id();
    }

    private static Set<OrderStatus> statuses(String word) {
        Predicate<OrderStatus> requested =
                switch (word) {
                    case "open" -> status -> !status.closed() && status != OrderStatus.HELD;
                    case "closed" -> OrderStatus::closed;
                    default -> _ -> true;
                };
        return Arrays.stream(OrderStatus.values())
                .filter(requested)
                .filter(status -> status != OrderStatus.DENIED)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the first page of the store that can have such orders. */
    OrderQuery stored(TradingKey key, int pageOrders) {
        OrderQuery query = OrderQuery.all().in(statuses).limit(pageOrders);
        query = BotOrders.wholeAccount(key) ? query : query.of(key.strategy());
        query = symbols.size() == 1 ? query.of(symbols.iterator().next()) : query;
        query = side == null ? query : query.of(side);
        query = ascending ? query : query.newestFirst();
        OrderId start = from == null ? start() : from;
        return start == null ? query : query.after(start);
    }

    private @Nullable OrderId start() {
        Instant bound = ascending ? after : until;
        if (bound == null) {
            return null;
        }
        return OrderId.earliestAt(ascending ? bound.minus(SLACK) : bound.plus(SLACK));
    }

    /** Returns whether no later order in the direction can be one of the list. */
    boolean past(Order order) {
        if (end != null) {
            int direction = order.id().compareTo(end);
            return ascending ? direction >= 0 : direction <= 0;
        }
        return ascending
                ? until != null && !order.createdAt().minus(SLACK).isBefore(until)
                : after != null && !order.createdAt().plus(SLACK).isAfter(after);
    }

    /** Returns whether an order of the store is one of the list. */
    boolean takes(Order order) {
        return (after == null || order.createdAt().isAfter(after))
                && (until == null || order.createdAt().isBefore(until))
                && (symbols.isEmpty() || symbols.contains(order.terms().symbol()))
                && (assetClasses.isEmpty()
                        || assetClasses.contains(
                                OrderWords.assetClass(order.terms().symbol().assetClass())))
                && !(nested && OrderPurpose.Kind.LEG.of(order));
    }
}
