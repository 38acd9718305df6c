package dev.lockstep.app.web.board;

import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cache with a time to live. Concurrent callers of one key share one request, however many tabs
 * are open. Safe for use by several threads.
 *
 * <p>An answer that reports a failure is kept like any other, so that callers do not wait for the
 * same timeout one after another. An exception is not kept.
 *
 * @param <K> what is asked about
 * @param <V> the answer
 */
public final class TtlCache<K, V> {
    private static final int MAX_KEYS = 256;

    private final Duration longest;
    private final PlatformClock clock;
    private final Function<K, V> asking;
    private final Map<K, Slot<V>> slots =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
                    return size() > MAX_KEYS;
                }
            };

    /**
     * Creates a cache.
     *
     * @param longest how long a value is cached
     */
    public TtlCache(Duration longest, InstantSource clock, Function<K, V> asking) {
        this.longest = longest;
        this.clock = PlatformClock.of(clock);
        this.asking = asking;
    }

    /** Returns the answer, remembered or asked for now. */
    public V of(K key) {
        return slot(key).answer(key, this);
    }

    private Slot<V> slot(K key) {
        synchronized (slots) {
            return slots.computeIfAbsent(key, _ -> new Slot<>());
        }
    }

    private static final class Slot<V> {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable V answer;
        private long answeredAt;

        <K> V answer(K key, TtlCache<K, V> asked) {
            lock.lock();
            try {
                V known = answer;
                if (known != null && asked.clock.since(answeredAt).compareTo(asked.longest) < 0) {
                    return known;
                }
                V fresh = asked.asking.apply(key);
                answer = fresh;
                answeredAt = asked.clock.nanoTime();
                return fresh;
            } finally {
                lock.unlock();
            }
        }
    }
}
