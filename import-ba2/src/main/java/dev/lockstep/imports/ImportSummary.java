package dev.lockstep.imports;

import dev.lockstep.domain.order.OrderStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The result of an import or of its dry run.
 *
 * @param read the number of rows read
 * @param added the number of stored orders, by status
 * @param alreadyThere the number stored before
 * @param skipped the number of rows not imported
 * @param notes the number of notes of each kind
 * @param reported the first rows not imported, at most {@value #MAX_LISTED}
 */
public record ImportSummary(
        long read,
        Map<OrderStatus, Long> added,
        long alreadyThere,
        long skipped,
        Map<ImportNote.Kind, Long> notes,
        List<ImportNote> reported) {
    /** Maximum number of rows listed here; the listener receives all. */
    public static final int MAX_LISTED = 100;

    public ImportSummary {
        added = sorted(OrderStatus.class, added);
        notes = sorted(ImportNote.Kind.class, notes);
        reported = List.copyOf(reported);
    }

    /** Returns the number of stored orders. */
    public long addedInAll() {
        return added.values().stream().mapToLong(Long::longValue).sum();
    }

    /** An EnumMap cannot be copied from an empty map of another kind. */
    private static <K extends Enum<K>> Map<K, Long> sorted(Class<K> type, Map<K, Long> counts) {
        Map<K, Long> sorted = new EnumMap<>(type);
        sorted.putAll(counts);
        return Collections.unmodifiableMap(sorted);
    }
}
