package dev.lockstep.app.view;

import dev.lockstep.domain.value.ShownValue;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of an import.
 *
 * @param platform the name of the other platform
 * @param source the name of its file
 * @param account the number of the account there
 * @param dryRun whether nothing was written
 * @param read the number of rows read
 * @param imported the number of stored orders
 * @param open the number of open ones among them
 * @param unresolved the number of those that need a lookup by client order id
 * @param byStatus the number of stored orders, by status
 * @param alreadyThere the number stored before
 * @param skipped the number of rows not imported
 * @param notes the number of notes, by kind
 * @param skippedRows the first rows not imported
 * @param notTaken the number of rows of each table that is not imported
 */
public record ImportBody(
        String platform,
        String source,
        long account,
        boolean dryRun,
        long read,
        long imported,
        long open,
        long unresolved,
        Map<String, Long> byStatus,
        long alreadyThere,
        long skipped,
        Map<String, Long> notes,
        List<ImportNoteBody> skippedRows,
        Map<String, Long> notTaken) {

    /** Returns the fields of a result. */
    static ImportBody of(ImportView view) {
        ImportSummary summary = view.summary();
        return new ImportBody(
                view.contents().platform(),
                view.contents().source(),
                view.account().id(),
                view.dryRun(),
                summary.read(),
                summary.addedInAll(),
                view.open(),
                view.unresolved(),
                byName(summary.added()),
                summary.alreadyThere(),
                summary.skipped(),
                byName(summary.notes()),
                summary.reported().stream().map(ImportNoteBody::of).toList(),
                view.contents().leftOut());
    }

    private static Map<String, Long> byName(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((constant, count) -> named.put(ShownValue.of(constant), count));
        return named;
    }

    /**
     * A note on one row.
     *
     * @param kind its kind
     * @param table the table of the row
     * @param id the row's id there
     * @param field the column
     * @param value its value
     * @param rule the expected value, or what was done instead
     */
    public record ImportNoteBody(
            String kind, String table, long id, String field, String value, String rule) {
        private static ImportNoteBody of(ImportNote note) {
            return new ImportNoteBody(
                    ShownValue.of(note.kind()),
                    note.table(),
                    note.id(),
                    note.field(),
                    note.value(),
                    note.rule());
        }
    }
}
