package dev.lockstep.simulator.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One account's orders in the order they came, also by symbol and by being open, so that a page of
 * the list costs what it shows and not what was ever traded.
 */
final class OrderShelf {
    private final List<OrderTicket> all = new ArrayList<>();
    private final Map<String, List<OrderTicket>> bySymbol = new HashMap<>();
    private final Map<Side, List<OrderTicket>> bySide = new EnumMap<>(Side.class);
    private final NavigableMap<Long, OrderTicket> open = new TreeMap<>();
    private final Map<Place, NavigableMap<Long, OrderTicket>> openByPlace = new HashMap<>();

    private record Place(String symbol, Side side) {}

    void add(OrderTicket ticket) {
        all.add(ticket);
        bySide.computeIfAbsent(ticket.order().terms().side(), _ -> new ArrayList<>()).add(ticket);
        bySymbol.computeIfAbsent(ticket.order().terms().symbol(), _ -> new ArrayList<>())
                .add(ticket);
    }

    /** Keeps the open orders apart; to be called after each change of an order. */
    void sort(OrderTicket ticket) {
        Order order = ticket.order();
        NavigableMap<Long, OrderTicket> there = there(order.terms().symbol(), order.terms().side());
        if (order.status().open()) {
            open.put(order.number(), ticket);
            there.put(order.number(), ticket);
        } else {
            open.remove(order.number());
            there.remove(order.number());
        }
    }

    /** Open orders of one symbol and side, oldest first. */
    Collection<OrderTicket> open(String symbol, Side side) {
        // Only an order that is kept makes a place; asking must not, however many symbols there
        // are.
        NavigableMap<Long, OrderTicket> there = openByPlace.get(new Place(symbol, side));
        return there == null ? List.of() : there.values();
    }

    private NavigableMap<Long, OrderTicket> there(String symbol, Side side) {
        return openByPlace.computeIfAbsent(new Place(symbol, side), _ -> new TreeMap<>());
    }

    List<OrderTicket> open() {
        return List.copyOf(open.values());
    }

    List<OrderTicket> page(OrderQuery query, Predicate<Order> wanted) {
        List<List<OrderTicket>> sources = sources(query);
        Comparator<Run> order = Comparator.comparingLong(run -> run.head().order().number());
        PriorityQueue<Run> runs = new PriorityQueue<>(query.ascending() ? order : order.reversed());
        for (List<OrderTicket> source : sources) {
            Run run = Run.over(source, query);
            if (run != null) {
                runs.add(run);
            }
        }
        return collect(runs, query, wanted);
    }

    private static List<OrderTicket> collect(
            PriorityQueue<Run> runs, OrderQuery query, Predicate<Order> wanted) {
        List<OrderTicket> page = new ArrayList<>();
        while (page.size() < query.limit()) {
            Run run = runs.poll();
            if (run == null) {
                break;
            }
            if (wanted.test(run.head().order())) {
                page.add(run.head());
            }
            if (run.advance()) {
                runs.add(run);
            }
        }
        return page;
    }

    private List<List<OrderTicket>> sources(OrderQuery query) {
        if (query.status() == OrderQuery.Status.OPEN) {
            return List.of(open());
        }
        if (query.symbols().isEmpty()) {
            Side side = query.side();
            return List.of(side == null ? all : bySide.getOrDefault(side, List.of()));
        }
        return query.symbols().stream()
                .map(symbol -> bySymbol.getOrDefault(symbol, List.of()))
                .toList();
    }

    /** A walk through one sorted list, within the bounds of a query. */
    private static final class Run {
        private final List<OrderTicket> tickets;
        private final int end;
        private final int stride;
        private int at;

        private Run(List<OrderTicket> tickets, int from, int end, int stride) {
            this.tickets = tickets;
            this.at = from;
            this.end = end;
            this.stride = stride;
        }

        static @Nullable Run over(List<OrderTicket> tickets, OrderQuery query) {
            int low = firstMatching(tickets, query::notTooEarly);
            int high = firstMatching(tickets, order -> !query.notTooLate(order));
            if (low >= high) {
                return null;
            }
            return query.ascending()
                    ? new Run(tickets, low, high, 1)
                    : new Run(tickets, high - 1, low - 1, -1);
        }

        OrderTicket head() {
            return tickets.get(at);
        }

        boolean advance() {
            at += stride;
            return at != end;
        }

        /** The first index from which on the (monotonic) condition holds. */
        private static int firstMatching(List<OrderTicket> tickets, Predicate<Order> condition) {
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
