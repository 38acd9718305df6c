package dev.lockstep.benchmarks.feed;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.usecase.feed.FeedWait;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import dev.lockstep.persistence.postgres.PostgresStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * Orders that one store commits at random times, and another one's feed returns.
 *
 * @param writer commits the orders
 * @param feed the feed of the other store
 * @param waits the waits between its reads
 * @param interval the interval of these
 * @param orders number of orders
 */
record SeenOrders(
        String name,
        PostgresStore writer,
        OrderFeed feed,
        FeedWaits waits,
        Duration interval,
        int orders)
        implements Contestant {
    private static final int MIN_GAP_MILLIS = 40;
    private static final int MAX_GAP_MILLIS = 300;
    private static final long SEED = 5;
    private static final NewOrder TERMS =
            new NewOrder(
                    new Symbol("AAPL"),
                    Side.BUY,
                    Quantity.of("1"),
                    new OrderType.Limit(Price.of("190.5")),
                    TimeInForce.DAY);

    @Override
    public Score run() throws Exception {
        long first = feed.last();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<long[]> seen = threads.submit(() -> seenAfter(first));
            long[] committed = committed();
            long[] delays = seen.get();
            for (int order = 0; order < orders; order++) {
                // It can be seen before the writer has its answer.
                delays[order] = Math.max(0, delays[order] - committed[order]);
            }
            return Score.of(orders, System.nanoTime() - begun, delays);
        }
    }

    private long[] committed() throws InterruptedException {
        OrderIds ids =
                new TimeOrderedIds(
                        writer.tag(),
                        InstantSource.system(),
                        RandomGenerator.of("L64X128MixRandom"));
        Random random = new Random(SEED);
        long[] at = new long[orders];
        for (int order = 0; order < orders; order++) {
            Thread.sleep(random.nextInt(MIN_GAP_MILLIS, MAX_GAP_MILLIS));
            writer.repository().add(intent(ids), Evidence.local("benchmark"));
            at[order] = System.nanoTime();
        }
        return at;
    }

    private long[] seenAfter(long first) throws InterruptedException {
        long[] at = new long[orders];
        try (FeedWait wait = waits.every(interval)) {
            long seq = first;
            while (seq < first + orders) {
                long before = seq;
                for (OrderFeed.Change change : feed.after(seq, OrderFeed.MAX_EVENTS)) {
                    seq = change.seq();
                    at[Math.toIntExact(seq - first - 1)] = System.nanoTime();
                }
                wait.await(seq > before);
            }
        }
        return at;
    }

    private static Order intent(OrderIds ids) {
        OrderId id = ids.nextOrderId();
        IdempotencyKey key = new IdempotencyKey("key-" + id);
        return Order.intent(id, ids.clientOrderId(id), key, TERMS, Instant.now());
    }
}
