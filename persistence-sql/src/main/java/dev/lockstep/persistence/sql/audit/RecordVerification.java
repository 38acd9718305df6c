package dev.lockstep.persistence.sql.audit;

import dev.lockstep.domain.audit.AuditVerdict.Broken;
import dev.lockstep.domain.audit.ChainBreak;
import dev.lockstep.domain.audit.ChainBreak.Kind;
import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.audit.RecordWalk;
import dev.lockstep.domain.audit.StoredRecord;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.chain.RecordKind;
import dev.lockstep.persistence.sql.rows.chain.RecordTable;
import dev.lockstep.persistence.sql.rows.chain.RecordTable.Compared;
import java.util.ArrayList;
import java.util.List;

/**
 * Verification of the record chain: walks the chain and compares each record with its last entry.
 * Each page is a separate read.
 */
final class RecordVerification {
    private static final int ROWS_PER_PAGE = 500;

    private final Readers readers;
    private final List<ChainBreak> breaks = new ArrayList<>();
    private RecordWalk walk = RecordWalk.START;

    RecordVerification(Readers readers) {
        this.readers = readers;
    }

    /** Returns the breaks found; the list may be incomplete if it exceeds the limit. */
    List<ChainBreak> breaks() {
        walkEntries();
        for (RecordKind kind : RecordKind.values()) {
            if (breaks.size() <= Broken.MAX_BREAKS) {
                compare(kind);
            }
        }
        return breaks;
    }

    /** Returns the end of the chain. */
    ChainHead end() {
        return walk.end();
    }

    private void walkEntries() {
        Page page;
        do {
            long after = walk.seq();
            page =
                    readers.read(session -> {
                        RecordTable table = new RecordTable(session);
                        session.beginReading();
                        try {
                            return new Page(table.entries(after, ROWS_PER_PAGE), table.head());
                        } finally {
                            session.rollback();
                        }
                    });
            for (StoredRecord entry : page.entries()) {
                breaks.addAll(walk.breaksAt(entry));
                walk = walk.to(entry);
            }
        } while (page.entries().size() == ROWS_PER_PAGE && breaks.size() <= Broken.MAX_BREAKS);
        breaks.addAll(walk.breaksAtEnd(page.head()));
    }

    private void compare(RecordKind kind) {
        List<Compared> page;
        String last = "";
        do {
            String after = last;
            page =
                    readers.read(
                            session -> new RecordTable(session).page(kind, after, ROWS_PER_PAGE));
            for (Compared record : page) {
                compare(kind, record);
                last = record.key();
            }
        } while (page.size() == ROWS_PER_PAGE && breaks.size() <= Broken.MAX_BREAKS);
        readers.read(session -> new RecordTable(session).gone(kind, ROWS_PER_PAGE))
                .forEach(key -> breaks.add(differs(kind, key, "the record", "nothing")));
    }

    private void compare(RecordKind kind, Compared record) {
        String written = record.written();
        if (written == null) {
            breaks.add(differs(kind, record.key(), "nothing", "a record"));
        } else if (!written.equals(record.found())) {
            breaks.add(differs(kind, record.key(), oneLine(written), oneLine(record.found())));
        }
    }

    private static ChainBreak differs(RecordKind kind, String key, String expected, String found) {
        return new ChainBreak(Kind.RECORD_DIFFERS, kind + " " + key, expected, found);
    }

    private static String oneLine(String content) {
        return content.strip().replace('\n', ' ');
    }

    private record Page(List<StoredRecord> entries, ChainHead head) {}
}
