package dev.lockstep.imports.ba2;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportNote.Kind;
import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.LegacyBook;
import dev.lockstep.imports.LegacyContents;
import dev.lockstep.imports.LegacyRow;
import dev.lockstep.imports.connection.ReadFailures;
import dev.lockstep.imports.connection.ReadOnlyDatabase;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jooq.Query;

/**
 * Snapshot of a BA2 database. The required rows are copied in one read transaction, so that BA2 can
 * keep writing; keys and other secrets are not copied.
 */
final class Ba2Book implements LegacyBook {
    /** BA2 tables that are not imported; their row counts are reported. */
    private static final List<String> NOT_IMPORTED =
            List.of(
                    "transaction",
                    "position",
                    "option_activity",
                    "activitylog",
                    "expertinstance",
                    "expertrecommendation",
                    "trade_action_result",
                    "ruleset_eventaction_link",
                    "accountsetting",
                    "appsetting");

    private static final List<String> OURS = List.of("orders", "order_events", "event_chain");

    private final ReadOnlyDatabase database;
    private final Path file;
    private final LegacyContents contents;

    private Ba2Book(ReadOnlyDatabase database, Path file, LegacyContents contents) {
        this.database = database;
        this.file = file;
        this.contents = contents;
    }

    /**
     * Copies the required rows of an open database. The caller closes the database if this fails.
     */
    static Ba2Book of(ReadOnlyDatabase database, Path file) throws SQLException {
        database.beginReading();
        SequencedMap<String, List<String>> tables = database.tables();
        requireBa2(file, tables);
        Ba2Sql sql = new Ba2Sql(tables);
        Ba2Accounts accounts = new Ba2Accounts(database, sql);
        database.kept(sql.copy(accounts.defaultAccount())).execute();
        database.kept(Ba2Sql.INDEX).execute();
        LegacyContents contents =
                new LegacyContents(
                        "BA2",
                        String.valueOf(file.getFileName()),
                        accounts.all(),
                        leftOut(database, sql),
                        odd(database, sql));
        database.endReading();
        return new Ba2Book(database, file, contents);
    }

    private static void requireBa2(Path file, SequencedMap<String, List<String>> tables) {
        if (tables.keySet().containsAll(OURS)) {
            throw refusal(file, "is a Lockstep database: use it with --data");
        }
        if (!tables.containsKey(Ba2Sql.ORDERS)) {
            throw refusal(file, "is not a BA2 database: it has no table " + Ba2Sql.ORDERS);
        }
        for (String column : List.of("id", "symbol", "quantity", "side", "status")) {
            if (!tables.get(Ba2Sql.ORDERS).contains(column)) {
                throw refusal(
                        file,
                        "is not a BA2 database: table "
                                + Ba2Sql.ORDERS
                                + " has no column "
                                + column);
            }
        }
    }

    private static RepositoryException refusal(Path file, String text) {
        return new RepositoryException(Reason.INCOMPATIBLE, file + ": " + text);
    }

    private static SequencedMap<String, Long> leftOut(ReadOnlyDatabase database, Ba2Sql sql)
            throws SQLException {
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        for (String table : NOT_IMPORTED) {
            if (sql.has(table)) {
                counts.put(table, longs(database, sql.count(table)).getFirst());
            }
        }
        return counts;
    }

    private static List<ImportNote> odd(ReadOnlyDatabase database, Ba2Sql sql) throws SQLException {
        Query several = sql.severalAccounts();
        if (several == null) {
            return List.of();
        }
        return longs(database, several).stream()
                .map(id ->
                        new ImportNote(
                                Kind.SEVERAL_ACCOUNTS,
                                "transaction",
                                id,
                                "account_id",
                                "several",
                                "each order keeps its own account"))
                .toList();
    }

    private static List<Long> longs(ReadOnlyDatabase database, Query query) throws SQLException {
        List<Long> values = new ArrayList<>();
        try (ResultSet rows = database.kept(query).executeQuery()) {
            while (rows.next()) {
                values.add(rows.getLong(1));
            }
        }
        return values;
    }

    @Override
    public LegacyContents contents() {
        return contents;
    }

    @Override
    public List<LegacyRow> page(LegacyAccount account, long after, int limit) {
        if (limit < 1 || limit > MAX_PAGE_ROWS) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_PAGE_ROWS);
        }
        try {
            PreparedStatement statement = database.kept(Ba2Sql.PAGE);
            statement.setLong(1, account.id());
            statement.setLong(2, after);
            statement.setLong(3, limit);
            List<LegacyRow> page = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(Ba2Row.read(rows.getLong("id"), Cells.of(rows)));
                }
            }
            return page;
        } catch (SQLException failure) {
            throw ReadFailures.named("reading " + file, failure);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException failure) {
            throw ReadFailures.named("closing " + file, failure);
        }
    }
}
