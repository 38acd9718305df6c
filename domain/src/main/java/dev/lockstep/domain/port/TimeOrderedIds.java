package dev.lockstep.domain.port;

import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.order.id.OrderId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Ids made of the time and of random bits (UUID version 7, RFC 9562), tagged with the database they
 * are for; safe for use by several threads.
 *
 * <p>The first 60 bits are time: milliseconds and, in the twelve bits after the version, a counter
 * within the millisecond. A clock that stands still or goes back does not stop the order. 62 random
 * bits keep processes apart.
 */
public final class TimeOrderedIds implements OrderIds {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 7L << COUNTER_BITS;
    private static final long VARIANT = 2L << 62;
    private static final long RANDOM_MASK = (1L << 62) - 1;

    private final InstanceTag tag;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong lastTick = new AtomicLong();

    /**
     * Creates the ids of one database.
     *
     * @param tag the database's tag
     * @param clock the time
     * @param random random bits; called by several threads
     */
    public TimeOrderedIds(InstanceTag tag, InstantSource clock, RandomGenerator random) {
        this.tag = tag;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public OrderId nextOrderId() {
        long now = clock.millis() << COUNTER_BITS;
        long tick = lastTick.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((tick & ~COUNTER_MASK) << 4) | VERSION_7 | (tick & COUNTER_MASK);
        long low = VARIANT | (random.nextLong() & RANDOM_MASK);
        return new OrderId(new UUID(high, low).toString());
    }

    @Override
    public ClientOrderId clientOrderId(OrderId id) {
        return tag.clientOrderId(id);
    }
}
