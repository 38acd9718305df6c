package dev.lockstep.persistence.sql.write;

import dev.lockstep.persistence.sql.rows.MetaTable;
import java.sql.SQLException;

/**
 * The marks of one writer's transactions, each unique. Each writer has a slot that it shares with
 * the {@value #SLOTS}th writer after it only, so that no other process overwrites a mark that is
 * still to be looked up.
 */
final class WriterMarks {
    private static final int SLOTS = 64;
    private static final int NONE = -1;

    private final String writer;
    private int slot = NONE;
    private long last;

    /** Creates the marks of the writer with this unique name. */
    WriterMarks(String writer) {
        this.writer = writer;
    }

    /** Returns the writer's slot; takes the next one with its first mark. */
    int slot(MetaTable meta) throws SQLException {
        if (slot == NONE) {
            slot = meta.nextMarkSlot(SLOTS);
        }
        return slot;
    }

    /** Returns a new mark. */
    String next() {
        last++;
        return writer + "-" + last;
    }
}
