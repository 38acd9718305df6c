package dev.lockstep.app.prove.kill;

import dev.lockstep.app.prove.disk.library.StopPoint;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes by process and point. Not thread-safe. */
final class KillOutcomes {
    private final Map<String, Integer> counts = new TreeMap<>();

    void add(KillChoice choice, KillOutcome outcome) {
        StopPoint point = choice.point();
        String at = point == null ? "random" : point.word();
        counts.merge(choice.target().word() + " " + at + " " + outcome.word(), 1, Integer::sum);
    }

    Map<String, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
