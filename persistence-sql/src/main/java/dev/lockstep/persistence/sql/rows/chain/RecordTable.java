package dev.lockstep.persistence.sql.rows.chain;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.audit.EventHash;
import dev.lockstep.domain.audit.StoredRecord;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.column.Parameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** The record chain on one connection: all stored data other than orders. */
public final class RecordTable {
    private static final String WRITTEN = "WRITTEN";

    private final Session session;

    public RecordTable(Session session) {
        this.session = session;
    }

    /** Appends a record as currently stored in its table; requires the write lock. */
    public void append(RecordKind kind, String key) throws SQLException {
        PreparedStatement one = session.kept(RecordSql.one(kind));
        new Parameters(one).text(key);
        String content;
        try (ResultSet row = one.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("no " + kind + " " + key + " to be chained");
            }
            content = content(kind, row, 1);
        }
        ChainHead end = end();
        long seq = end.seq() + 1;
        EventHash hash = StoredRecord.hash(seq, end.hash(), kind.name(), key, content, WRITTEN);
        PreparedStatement insert = session.kept(RecordSql.INSERT);
        new Parameters(insert)
                .number(seq)
                .text(kind.name())
                .text(key)
                .text(content)
                .text(WRITTEN)
                .text(hash.value());
        insert.executeUpdate();
        PreparedStatement keep = session.kept(RecordSql.KEEP_HEAD);
        new Parameters(keep).number(seq).text(hash.value());
        keep.executeUpdate();
    }

    /** Returns a page of entries after a sequence number. */
    public List<StoredRecord> entries(long after, int limit) throws SQLException {
        PreparedStatement statement = session.kept(RecordSql.ENTRIES);
        new Parameters(statement).number(after).number(limit);
        List<StoredRecord> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(
                        new StoredRecord(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                new EventHash(row.getString(6))));
            }
        }
        return entries;
    }

    /** Returns the stored end of the chain; the start if tampering has removed it. */
    public ChainHead head() throws SQLException {
        return read(RecordSql.HEAD).orElse(ChainHead.START);
    }

    /** Returns whether this entry is stored. */
    public boolean holds(ChainHead entry) throws SQLException {
        return entries(entry.seq() - 1, 1).stream()
                .anyMatch(stored ->
                        stored.seq() == entry.seq() && stored.hash().equals(entry.hash()));
    }

    /** Returns a page of records, each with its last chained content. */
    public List<Compared> page(RecordKind kind, String after, int limit) throws SQLException {
        PreparedStatement statement = session.kept(RecordSql.page(kind));
        new Parameters(statement).text(after).number(limit);
        List<Compared> page = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                page.add(new Compared(row.getString(1), row.getString(2), content(kind, row, 3)));
            }
        }
        return page;
    }

    /** Returns the keys of records that are chained but no longer in the table. */
    public List<String> gone(RecordKind kind, int limit) throws SQLException {
        PreparedStatement statement = session.kept(RecordSql.gone(kind));
        new Parameters(statement).number(limit);
        List<String> keys = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                keys.add(row.getString(1));
            }
        }
        return keys;
    }

    /** Returns the later of head and last entry, like {@link EventTable}. */
    private ChainHead end() throws SQLException {
        ChainHead head = head();
        ChainHead last = read(RecordSql.LAST).orElse(ChainHead.START);
        return last.seq() > head.seq() ? last : head;
    }

    private Optional<ChainHead> read(Query query) throws SQLException {
        try (ResultSet row = session.kept(query).executeQuery()) {
            return row.next()
                    ? Optional.of(new ChainHead(row.getLong(1), new EventHash(row.getString(2))))
                    : Optional.empty();
        }
    }

    /** Returns the canonical text of a row; NULL columns are omitted, as in the text of events. */
    private static String content(RecordKind kind, ResultSet row, int first) throws SQLException {
        RecordContent content = new RecordContent();
        int column = first;
        for (Field<?> field : kind.columns()) {
            content.field(field.getName(), row.getString(column));
            column++;
        }
        return content.toString();
    }

    /**
     * A record with its last chained content.
     *
     * @param key the record's key
     * @param written the last chained content, null if none
     * @param found the current content
     */
    public record Compared(String key, @Nullable String written, String found) {}
}
