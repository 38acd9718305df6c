package dev.lockstep.domain.usecase.imports;

import dev.lockstep.domain.legacy.ImportNote;
import dev.lockstep.domain.order.OrderStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import did, or would do.
 *
 * @param read how many rows were read
 * @param added how many orders were stored, by the status they have here
 * @param alreadyThere how many were stored before
 * @param skipped how many rows were not imported
 * @param notes how many notes there are of each kind
 * @param told the first rows that were not imported, at most {@value #MAX_TOLD}
 */
public record ImportSummary(
        long read,
        Map<OrderStatus, Long> added,
        long alreadyThere,
        long skipped,
        Map<ImportNote.Kind, Long> notes,
        List<ImportNote> told) {
    /** The most rows that are named here; the listener is told of all. */
    public static final int MAX_TOLD = 100;

    public ImportSummary {
        added = Collections.unmodifiableMap(new EnumMap<>(added));
        notes = Collections.unmodifiableMap(new EnumMap<>(notes));
        told = List.copyOf(told);
    }

    /** How many orders were stored. */
    public long addedInAll() {
        return added.values().stream().mapToLong(Long::longValue).sum();
    }
}
