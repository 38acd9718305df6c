package dev.lockstep.app.prove.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * The bugs found: of all inputs that fail at the same place in the same way, the first is kept.
 * Thread-safe.
 */
final class FuzzFindings {
    /** The most findings; further ones are not kept. */
    static final int MAX_FINDINGS = 200;

    private static final Comparator<FuzzFinding> ORDER =
            Comparator.comparing((FuzzFinding finding) -> finding.target().word())
                    .thenComparingLong(FuzzFinding::number);

    private final LongPredicate kept;
    private final Map<String, FuzzFinding> byPlace = new LinkedHashMap<>();

    /** Keeps the findings of inputs with certain numbers only. */
    FuzzFindings(LongPredicate kept) {
        this.kept = kept;
    }

    synchronized void add(FuzzCase failed, Throwable error) {
        if (!kept.test(failed.number())) {
            return;
        }
        FuzzFinding finding = FuzzFinding.of(failed, error);
        if (byPlace.size() < MAX_FINDINGS || byPlace.containsKey(finding.place())) {
            FuzzFinding _ = byPlace.merge(finding.place(), finding, FuzzFinding::joined);
        }
    }

    synchronized List<FuzzFinding> all() {
        List<FuzzFinding> all = new ArrayList<>(byPlace.values());
        all.sort(ORDER);
        return all;
    }
}
