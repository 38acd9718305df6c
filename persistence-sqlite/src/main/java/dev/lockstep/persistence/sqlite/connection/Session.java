package dev.lockstep.persistence.sqlite.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * One open connection with its prepared statements, for one thread at a time.
 *
 * <p>Write transactions begin with {@code BEGIN IMMEDIATE}, said here: a transaction that begins to
 * write later fails at once if another wrote in between, whatever the busy time-out.
 */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /**
     * The statement for this SQL, prepared once and kept; only for SQL of which there is little.
     */
    public PreparedStatement kept(String sql) throws SQLException {
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    /** A statement for this SQL, which the caller closes. */
    public PreparedStatement prepared(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Takes the write lock and begins. */
    public void beginImmediate() throws SQLException {
        kept("BEGIN IMMEDIATE").execute();
    }

    /** Begins to read: every read until the end sees the same moment. */
    public void beginReading() throws SQLException {
        kept("BEGIN").execute();
    }

    /** Ends, and all of it is stored. */
    public void commit() throws SQLException {
        kept("COMMIT").execute();
    }

    /** Ends, and none of it is stored; harmless where SQLite has rolled back by itself. */
    public void rollback() throws SQLException {
        try {
            kept("ROLLBACK").execute();
        } catch (SQLException failure) {
            if (!Failures.nothingToRollBack(failure)) {
                throw failure;
            }
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
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + nameAndArgument)) {
            String answer = row.next() ? row.getString(1) : null;
            return answer == null ? "" : answer;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
