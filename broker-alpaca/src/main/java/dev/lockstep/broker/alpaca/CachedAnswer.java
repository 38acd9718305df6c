package dev.lockstep.broker.alpaca;

import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Cache with a maximum size and age. Thread-safe; concurrent misses may each query the source.
 *
 * @param <K> the key
 * @param <V> the cached value
 */
final class CachedAnswer<K, V> {
    private final int maxEntries;
    private final Duration maxAge;
    private final MonotonicClock clock;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>();

    CachedAnswer(int maxEntries, Duration maxAge, MonotonicClock clock) {
        this.maxEntries = maxEntries;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    synchronized Optional<V> recall(K key) {
        Entry<V> entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (clock.since(entry.since()).compareTo(maxAge) > 0) {
            entries.remove(key);
            return Optional.empty();
        }
        return Optional.of(entry.value());
    }

    /** Stores a value; evicts the oldest entry if the cache is full. */
    synchronized void keep(K key, V value) {
        entries.remove(key);
        if (entries.size() >= maxEntries) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(key, new Entry<>(value, clock.nanoTime()));
    }

    private record Entry<V>(V value, long since) {}
}
