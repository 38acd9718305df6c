package dev.lockstep.app.prove.history;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts disturbances by their names. Thread-safe. */
public final class DisturbanceCounts {
    private final Map<String, Integer> byName = new LinkedHashMap<>();

    /** Creates counts of zero for these names. */
    public DisturbanceCounts(Collection<String> names) {
        names.forEach(name -> byName.put(name, 0));
    }

    /** Counts one more. */
    public synchronized void add(String name) {
        byName.merge(name, 1, Integer::sum);
    }

    /** Returns the counts of all names, in their order. */
    public synchronized Map<String, Integer> byName() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }
}
