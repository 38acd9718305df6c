package dev.lockstep.persistence.sql.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Gatherers;

/** Looks many keys up in few reads, each short enough for its deadline. */
public final class SeveralReads {
    /** A read costs a change of threads, which takes longer than a lookup. */
    private static final int MAX_KEYS_PER_READ = 500;

    private SeveralReads() {}

    /**
     * Returns what is found, by key.
     *
     * @param read reads the values of at most {@value #MAX_KEYS_PER_READ} keys
     */
    public static <K, V> Map<K, V> of(Collection<K> keys, Function<List<K>, Map<K, V>> read) {
        Map<K, V> found = new HashMap<>();
        keys.stream()
                .gather(Gatherers.windowFixed(MAX_KEYS_PER_READ))
                .map(read)
                .forEach(found::putAll);
        return found;
    }
}
