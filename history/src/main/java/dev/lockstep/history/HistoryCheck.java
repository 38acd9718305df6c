package dev.lockstep.history;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares a history with its rules. */
public final class HistoryCheck {
    private static final List<Function<HistoryIndex, Stream<Breach>>> CHECKS =
            List.of(
                    index -> new OneOrderPerKey(index).breaches(),
                    index -> new OrderOfReads(index).breaches(),
                    index -> new ReadAfterWrite(index).breaches(),
                    index -> new EndCheck(index).breaches());

    private HistoryCheck() {}

    /** Returns where the history breaks a rule; nothing if it keeps all of them. */
    public static List<Breach> breaches(History history) {
        HistoryIndex index = new HistoryIndex(history);
        return CHECKS.stream().flatMap(check -> check.apply(index)).toList();
    }
}
