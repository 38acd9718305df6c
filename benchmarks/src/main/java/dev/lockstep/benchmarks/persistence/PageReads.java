package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.BenchmarkFinding;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.benchmarks.measure.Scores;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads of pages of 50 orders by one caller, from a database in which one order in ten is open; see
 * {@link ManyOrders} for the ids.
 *
 * @param prefix the start of the contestants' names
 * @param orders number of orders in the database
 * @param reads number of reads of each page in a round
 */
record PageReads(String prefix, OrderRepository repository, int orders, int reads) {
    private static final int PAGE_ORDERS = 50;
    private static final Goal AS_FAST = new Goal.AtMost(1.25);

    /** Returns a contestant for each kind of page of both databases. */
    static List<Contestant> contestants(PageReads small, PageReads large) {
        return Arrays.stream(Page.values())
                .flatMap(page -> Stream.of(small.reader(page), large.reader(page)))
                .toList();
    }

    /** Returns the ratios of a large to a small database, one for each kind of page. */
    static List<BenchmarkFinding> findings(Scores scores, PageReads large, PageReads small) {
        return Arrays.stream(Page.values())
                .map(page ->
                        scores.ratio(
                                large.name(page) + " ÷ " + small.orders + ", p50",
                                large.name(page),
                                small.name(page),
                                Score::p50Nanos,
                                AS_FAST))
                .toList();
    }

    private Contestant reader(Page page) {
        return new Reader(name(page), repository, query(page), reads);
    }

    private OrderQuery query(Page page) {
        OrderQuery first = OrderQuery.all().limit(PAGE_ORDERS).newestFirst();
        OrderQuery middle = first.after(ManyOrders.id(orders / 2));
        return switch (page) {
            case FIRST -> first;
            case MIDDLE -> middle;
            case OPEN_MIDDLE -> middle.in(EnumSet.of(OrderStatus.NEW));
            case OPEN_AND_FILLED_FIRST -> first.in(EnumSet.of(OrderStatus.NEW, OrderStatus.FILLED));
        };
    }

    private String name(Page page) {
        return prefix + "page " + page.name().toLowerCase(Locale.ROOT) + " of " + orders;
    }

    /** Kinds of page, newest order first. */
    private enum Page {
        FIRST,
        MIDDLE,
        OPEN_MIDDLE,
        OPEN_AND_FILLED_FIRST
    }

    /** Reads one page repeatedly. */
    private record Reader(String name, OrderRepository repository, OrderQuery query, int reads)
            implements Contestant {
        @Override
        public Score run() {
            long[] calls = new long[reads];
            long began = System.nanoTime();
            long last = began;
            for (int read = 0; read < reads; read++) {
                int found = repository.search(query).size();
                if (found != query.limit()) {
                    throw new IllegalStateException(name + ": " + found + " orders");
                }
                long now = System.nanoTime();
                calls[read] = now - last;
                last = now;
            }
            return Score.of(reads, last - began, calls);
        }
    }
}
