package dev.lockstep.persistence.sqlite.rows;

import dev.lockstep.domain.audit.ChainHead;
import dev.lockstep.domain.audit.EventHash;
import dev.lockstep.domain.audit.StoredRecord;
import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** The chain of records on one connection: what is kept besides orders, as it was written. */
public final class RecordTable {
    private static final String WRITTEN = "WRITTEN";

    private final Session session;

    /** The chain as this connection sees it. */
    public RecordTable(Session session) {
        this.session = session;
    }

    /** Adds a record as it is now in its own table, for the one who holds the write lock. */
    void append(RecordKind kind, String key) throws SQLException {
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

    /** A page of entries after a place. */
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

    /** The end of the chain as it is kept; the start where another hand has removed it. */
    public ChainHead head() throws SQLException {
        return read(RecordSql.HEAD).orElse(ChainHead.START);
    }

    /** A page of records, each beside what was written of it last. */
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

    /** The keys of records that were written and are not there any more. */
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

    /** It goes on behind whichever is further, the head or the last entry, as orders' events do. */
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

    /** One text for one record: a column without a value is left out, as in the text of events. */
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
     * A record as it is, beside what was written of it last.
     *
     * @param key which record
     * @param written what was written last, null where nothing was
     * @param found what is there
     */
    public record Compared(String key, @Nullable String written, String found) {}
}
