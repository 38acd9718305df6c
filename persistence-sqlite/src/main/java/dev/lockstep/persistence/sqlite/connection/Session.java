package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.RepositoryException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;

/**
 * One open connection with its prepared statements, for one thread at a time.
 *
 * <p>Write transactions begin with {@code BEGIN IMMEDIATE}, said here: a transaction that begins to
 * write later fails at once if another wrote in between, whatever the busy time-out.
 */
public final class Session implements AutoCloseable {
    private static final int MOST_RECENT_STATEMENTS = 64;

    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private final LinkedHashMap<Object, PreparedStatement> recent =
            new LinkedHashMap<>(16, 0.75f, true);
    private final IdentityHashMap<Query, String> rendered = new IdentityHashMap<>();
    private final KnownOrders knownOrders = new KnownOrders();
    private final ChainPosition chainPosition = new ChainPosition();

    private final UnderLock underLock;
    private final UnstoredRestrictions unstored;
    private boolean looked;
    private long changesBefore;
    private OpenFiles.@Nullable Held files;
    private volatile boolean interrupted;

    /**
     * Takes over a connection. Two habits of the driver are switched off, for each costs more than
     * the statement it follows: to look up the generated key of every insert, and to try a {@code
     * BEGIN} after every statement, which the transactions begun here make fail each time.
     *
     * @param underLock looks at the database when others have changed it
     * @param unstored the restrictions that hold this process back and are not in the database
     */
    Session(Connection connection, UnderLock underLock, UnstoredRestrictions unstored)
            throws SQLException {
        this.connection = connection;
        this.underLock = underLock;
        this.unstored = unstored;
        SQLiteConnectionConfig driver =
                connection.unwrap(SQLiteConnection.class).getConnectionConfig();
        driver.setGetGeneratedKeys(false);
        driver.setAutoCommit(false);
    }

    /**
     * The statement for this SQL, prepared once and kept; only for SQL of which there is little.
     */
    public PreparedStatement kept(String sql) throws SQLException {
        requireNotInterrupted();
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    /** The statement for this query, rendered and prepared once and kept. */
    public PreparedStatement kept(Query query) throws SQLException {
        String sql = rendered.get(query);
        if (sql == null) {
            sql = query.getSQL();
            rendered.put(query, sql);
        }
        return kept(sql);
    }

    /**
     * The statement of a query of which there are many forms: rendered and prepared once, and kept
     * while its form is among the last {@value #MOST_RECENT_STATEMENTS} that were asked for.
     *
     * @param form equal for queries of the same SQL
     * @param sql renders it
     */
    public PreparedStatement recent(Object form, Supplier<String> sql) throws SQLException {
        requireNotInterrupted();
        PreparedStatement known = recent.get(form);
        if (known != null) {
            return known;
        }
        PreparedStatement statement = connection.prepareStatement(sql.get());
        recent.put(form, statement);
        if (recent.size() > MOST_RECENT_STATEMENTS) {
            recent.pollFirstEntry().getValue().close();
        }
        return statement;
    }

    /** What SQLite finds wrong with the whole file, "ok" where it is sound. */
    public String integrity() throws SQLException {
        return pragma("integrity_check(1)");
    }

    /** The same with less care and in less time: whether all of it can be read. */
    public String quickCheck() throws SQLException {
        return pragma("quick_check(1)");
    }

    /** A statement for this SQL, which the caller closes. */
    public PreparedStatement prepared(String sql) throws SQLException {
        requireNotInterrupted();
        return connection.prepareStatement(sql);
    }

    /** It has these files open. */
    void holds(OpenFiles.Held opened) {
        files = opened;
    }

    /**
     * Takes the write lock and begins.
     *
     * @throws RepositoryException if others have made it a database that is not to be written to
     */
    public void beginImmediate() throws SQLException {
        chainPosition.forget();
        kept("BEGIN IMMEDIATE").execute();
        try {
            changesBefore = changes();
            looked &= !changedByOthers();
            if (!looked) {
                underLock.look(this);
                looked = true;
            }
        } catch (SQLException | RepositoryException failure) {
            rollback();
            throw failure;
        }
    }

    /** Whether a row was written since the transaction began. */
    public boolean changed() throws SQLException {
        return changes() != changesBefore;
    }

    private long changes() throws SQLException {
        return connection.unwrap(SQLiteConnection.class).getDatabase().total_changes();
    }

    private boolean changedByOthers() throws SQLException {
        try (ResultSet row = kept("PRAGMA data_version").executeQuery()) {
            return knownOrders.locked(row.getLong(1));
        }
    }

    /** The orders that need not be read again, for the one who holds the write lock. */
    public KnownOrders knownOrders() {
        return knownOrders;
    }

    /** Where the chain of events stands in the write transaction that runs. */
    public ChainPosition chainPosition() {
        return chainPosition;
    }

    /** The restrictions that hold this process back and are not in the database. */
    public UnstoredRestrictions unstored() {
        return unstored;
    }

    /** Begins to read: every read until the end sees the same moment. */
    public void beginReading() throws SQLException {
        kept("BEGIN").execute();
    }

    /**
     * Ends, and all of it is stored.
     *
     * @throws RepositoryException if it would be stored in files that nobody finds again
     */
    public void commit() throws SQLException {
        if (files != null) {
            files.require();
        }
        kept("COMMIT").execute();
    }

    /** Ends, and none of it is stored; harmless where SQLite has rolled back by itself. */
    public void rollback() throws SQLException {
        knownOrders.forget();
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException failure) {
            if (!Failures.nothingToRollBack(failure)) {
                throw failure;
            }
        }
    }

    /**
     * Drops the kept statements: the driver cannot run one again that failed for any other reason
     * than a lock or a rule of the schema.
     */
    public void forgetStatements() throws SQLException {
        List<PreparedStatement> dropped = new ArrayList<>(kept.values());
        dropped.addAll(recent.values());
        kept.clear();
        recent.clear();
        for (PreparedStatement statement : dropped) {
            statement.close();
        }
    }

    /** Runs a script of several statements. */
    public void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The first column of the first row that a pragma answers, empty where it answers nothing. */
    public String pragma(String nameAndArgument) throws SQLException {
        requireNotInterrupted();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + nameAndArgument)) {
            String answer = row.next() ? row.getString(1) : null;
            return answer == null ? "" : answer;
        }
    }

    /** The tables that there are, each with its columns in order; none is taken for granted. */
    public SequencedMap<String, List<String>> tables() throws SQLException {
        SequencedMap<String, List<String>> tables = new LinkedHashMap<>();
        for (String table : texts("SELECT name FROM sqlite_master WHERE type = 'table'", 1)) {
            String quoted = '"' + table.replace("\"", "\"\"") + '"';
            tables.put(table, texts("PRAGMA table_info(" + quoted + ")", 2));
        }
        return tables;
    }

    private List<String> texts(String sql, int column) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(column));
            }
        }
        return texts;
    }

    /** Carries the journal over as far as nobody is in the way; waits for nobody. */
    public JournalState checkpoint() throws SQLException {
        return journalState("PRAGMA wal_checkpoint(PASSIVE)");
    }

    /** How far the journal is carried over. */
    public JournalState journalState() throws SQLException {
        return journalState("PRAGMA wal_checkpoint(NOOP)");
    }

    /** Writes a copy as of now into a file that does not exist yet. */
    public void copyInto(Path target) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toString());
            statement.execute();
        }
    }

    /**
     * Ends the statement that runs now, from another thread: it fails where it runs. There is no
     * other one afterwards, for SQLite forgets an interrupt that finds no statement running.
     */
    public void interrupt() throws SQLException {
        interrupted = true;
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }

    private void requireNotInterrupted() throws SQLException {
        if (interrupted) {
            throw Failures.interrupted();
        }
    }

    private JournalState journalState(String pragma) throws SQLException {
        try (ResultSet row = kept(pragma).executeQuery()) {
            return new JournalState(row.getLong(2), row.getLong(3));
        }
    }

    @Override
    public void close() throws SQLException {
        if (files != null) {
            files.closed();
        }
        connection.close();
    }

    /** Looks at a database whose write lock is held. */
    @FunctionalInterface
    interface UnderLock {
        /** Refuses it, or does nothing. */
        void look(Session session) throws SQLException;
    }
}
