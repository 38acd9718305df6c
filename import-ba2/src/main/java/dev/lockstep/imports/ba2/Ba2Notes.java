package dev.lockstep.imports.ba2;

import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportNote.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects the import notes of one row. */
final class Ba2Notes {
    private final long id;
    private final List<ImportNote> notes = new ArrayList<>();

    Ba2Notes(long id) {
        this.id = id;
    }

    void add(Kind kind, String field, Object value, String rule) {
        notes.add(note(kind, field, value, rule));
    }

    ImportNote note(Kind kind, String field, Object value, String rule) {
        return new ImportNote(kind, Ba2Sql.ORDERS, id, field, value.toString(), rule);
    }

    List<ImportNote> all() {
        return notes;
    }
}
