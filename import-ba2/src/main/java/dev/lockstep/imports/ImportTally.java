package dev.lockstep.imports;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what an import does; for one thread. */
final class ImportTally {
    private final ImportListener listener;
    private final Map<OrderStatus, Long> added = new EnumMap<>(OrderStatus.class);
    private final Map<ImportNote.Kind, Long> notes = new EnumMap<>(ImportNote.Kind.class);
    private final List<ImportNote> reported = new ArrayList<>();
    private long read;
    private long alreadyThere;
    private long skipped;

    ImportTally(ImportListener listener) {
        this.listener = listener;
    }

    void read(int rows) {
        read += rows;
    }

    long read() {
        return read;
    }

    void added(Order order) {
        added.merge(order.status(), 1L, Long::sum);
    }

    void alreadyThere() {
        alreadyThere++;
    }

    /**
     * Counts and reports a note; a note that explains why a row is not imported counts as that row.
     */
    void note(ImportNote note) {
        notes.merge(note.kind(), 1L, Long::sum);
        if (note.kind().skipped()) {
            skipped++;
            if (reported.size() < ImportSummary.MAX_LISTED) {
                reported.add(note);
            }
        }
        listener.note(note);
    }

    ImportSummary summary() {
        return new ImportSummary(read, added, alreadyThere, skipped, notes, reported);
    }
}
