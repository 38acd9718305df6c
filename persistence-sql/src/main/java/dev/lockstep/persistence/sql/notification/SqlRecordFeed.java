package dev.lockstep.persistence.sql.notification;

import dev.lockstep.domain.port.notification.RecordFeed;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.notification.RecordFeedTable;

/** SQL implementation of {@link RecordFeed}: reads the record chain page by page. */
public final class SqlRecordFeed implements RecordFeed {
    private final Readers readers;

    public SqlRecordFeed(Readers readers) {
        this.readers = readers;
    }

    @Override
    public long last() {
        InsideWrite.refuse("the records were read");
        return readers.read(session -> new RecordFeedTable(session).last());
    }

    @Override
    public Page after(long seq, int limit) {
        if (limit < 1 || limit > MAX_RECORDS) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_RECORDS);
        }
        InsideWrite.refuse("the records were read");
        return readers.read(session -> new RecordFeedTable(session).after(seq, limit));
    }
}
