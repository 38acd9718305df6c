package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderListQuery;
import dev.lockstep.simulator.exchange.model.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Index of one account's orders by arrival and by the filters of the order list, so that a page
 * costs what it shows and not the number of past orders.
 */
public final class OrderIndex {
    private final List<OrderHandle> all = new ArrayList<>();
    private final Map<Kind, List<OrderHandle>> byKind = new HashMap<>();
    private final Map<Place, List<OrderHandle>> byPlace = new HashMap<>();
    private final NavigableMap<Long, OrderHandle> open = new TreeMap<>();
    private final Map<Queue, NavigableMap<Long, OrderHandle>> openByQueue = new HashMap<>();

    private record Kind(AssetClass assetClass, Side side) {
        static Stream<Kind> wantedBy(OrderListQuery query) {
            return Stream.of(AssetClass.values())
                    .filter(query.assetClasses()::contains)
                    .flatMap(one -> Stream.of(Side.values()).map(side -> new Kind(one, side)))
                    .filter(kind -> query.side() == null || query.side() == kind.side());
        }
    }

    private record Place(String symbol, Kind kind) {}

    private record Queue(String symbol, Side side) {}

    void add(OrderHandle ticket, Order order, AssetClass assetClass) {
        Kind kind = new Kind(assetClass, order.terms().side());
        Place place = new Place(order.terms().symbol(), kind);
        all.add(ticket);
        byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(ticket);
        byPlace.computeIfAbsent(place, _ -> new ArrayList<>(1)).add(ticket);
    }

    /** Updates the index of open orders. Must be called after each change of an order. */
    void sort(OrderHandle ticket, Order order) {
        Queue queue = new Queue(order.terms().symbol(), order.terms().side());
        if (order.status().open()) {
            open.put(order.number(), ticket);
            openByQueue.computeIfAbsent(queue, _ -> new TreeMap<>()).put(order.number(), ticket);
        } else if (open.remove(order.number()) != null) {
            // Empty queues are removed: memory must not grow with every symbol ever traded.
            openByQueue.computeIfPresent(
                    queue,
                    (_, there) -> {
                        there.remove(order.number());
                        return there.isEmpty() ? null : there;
                    });
        }
    }

    /** Returns the number of orders, closed ones included. */
    int size() {
        return all.size();
    }

    /** Returns the order at an index, starting at zero, in the order of arrival. */
    OrderHandle at(int place) {
        return all.get(place);
    }

    /** Returns the open orders of one symbol and side, oldest first. */
    public Collection<OrderHandle> open(String symbol, Side side) {
        NavigableMap<Long, OrderHandle> there = openByQueue.get(new Queue(symbol, side));
        return there == null ? List.of() : there.values();
    }

    public List<OrderHandle> open() {
        return List.copyOf(open.values());
    }

    public List<OrderHandle> page(OrderListQuery query, Predicate<Order> filter) {
        Comparator<Run> order = Comparator.comparingLong(run -> run.order().number());
        PriorityQueue<Run> runs = new PriorityQueue<>(query.ascending() ? order : order.reversed());
        for (List<OrderHandle> source : sources(query)) {
            Run run = Run.over(source, query);
            if (run != null) {
                runs.add(run);
            }
        }
        return collect(runs, query, filter);
    }

    private static List<OrderHandle> collect(
            PriorityQueue<Run> runs, OrderListQuery query, Predicate<Order> filter) {
        List<OrderHandle> page = new ArrayList<>();
        while (page.size() < query.limit()) {
            Run run = runs.poll();
            if (run == null) {
                break;
            }
            if (filter.test(run.order())) {
                page.add(run.head());
            }
            if (run.advance()) {
                runs.add(run);
            }
        }
        return page;
    }

    private List<List<OrderHandle>> sources(OrderListQuery query) {
        if (query.status() == OrderListQuery.Status.OPEN) {
            return List.of(open());
        }
        List<Kind> kinds = Kind.wantedBy(query).toList();
        if (query.symbols().isEmpty()) {
            return kinds.stream().map(byKind::get).filter(Objects::nonNull).toList();
        }
        return query.symbols().stream()
                .flatMap(symbol -> kinds.stream().map(kind -> new Place(symbol, kind)))
                .map(byPlace::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** An iteration over one sorted list within the bounds of a query. */
    private static final class Run {
        private final List<OrderHandle> tickets;
        private final int end;
        private final int stride;
        private int at;
        private Order order;

        private Run(List<OrderHandle> tickets, int from, int end, int stride) {
            this.tickets = tickets;
            this.at = from;
            this.end = end;
            this.stride = stride;
            this.order = tickets.get(from).order();
        }

        static @Nullable Run over(List<OrderHandle> tickets, OrderListQuery query) {
            int low = firstMatching(tickets, query::notTooEarly);
            int high = firstMatching(tickets, order -> !query.notTooLate(order));
            if (low >= high) {
                return null;
            }
            return query.ascending()
                    ? new Run(tickets, low, high, 1)
                    : new Run(tickets, high - 1, low - 1, -1);
        }

        OrderHandle head() {
            return tickets.get(at);
        }

        Order order() {
            return order;
        }

        boolean advance() {
            at += stride;
            if (at == end) {
                return false;
            }
            order = head().order();
            return true;
        }

        /** Returns the first index at which the monotonic condition holds. */
        private static int firstMatching(List<OrderHandle> tickets, Predicate<Order> condition) {
            int low = 0;
            int high = tickets.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (condition.test(tickets.get(middle).order())) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }
}
