package dev.lockstep.persistence.postgres.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * A connection of its own that receives the notifications of committed writes. Not thread-safe, but
 * for {@link #close}, which ends a wait.
 *
 * <p>While it listens it holds a shared advisory lock, by which a writer sees that someone does. So
 * the commits of several schemas of a server, which the server serializes if they notify, do not
 * wait for each other where no one listens.
 */
public final class HintConnection implements AutoCloseable {
    /** Shows a listening process in the server's list of connections. */
    static final String APPLICATION = "lockstep-hints";

    /**
     * Notifies the listeners of this schema, if there are any, when the transaction commits. The
     * lock is free if no one listens. A full queue of notifications, which any program of the
     * server can cause, would fail the commit.
     */
    static final String NOTIFY =
            "CASE WHEN NOT pg_try_advisory_xact_lock(hashtextextended(current_schema(), 0))"
                    + " AND pg_notification_queue_usage() < 0.5"
                    + " THEN pg_notify('lockstep_' || hashtextextended(current_schema(), 0), '')"
                    + "::text END";

    private static final String CHANNEL =
            "SELECT 'lockstep_' || hashtextextended(current_schema(), 0)";
    private static final String TAKE_LOCK =
            "SELECT pg_advisory_lock_shared(hashtextextended(current_schema(), 0))";
    private static final int CHECK_SECONDS = 5;

    private final Connection connection;

    HintConnection(Connection connection) {
        this.connection = connection;
    }

    /** Begins to listen. A write that runs meanwhile delays it. */
    public void listen() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN \"" + channel(statement) + "\"");
            statement.execute(TAKE_LOCK);
        }
    }

    /**
     * Waits for notifications, and checks the connection if there are none.
     *
     * @return whether there were any
     * @throws SQLException if the connection is lost
     */
    public boolean awaitHint(Duration longest) throws SQLException {
        int millis = Math.toIntExact(longest.toMillis());
        if (connection.unwrap(PGConnection.class).getNotifications(millis).length > 0) {
            return true;
        }
        if (!connection.isValid(CHECK_SECONDS)) {
            throw new PSQLException("no answer", PSQLState.CONNECTION_FAILURE);
        }
        return false;
    }

    /** Closes the connection without a farewell to the server, for which it might have to wait. */
    @Override
    public void close() throws SQLException {
        connection.abort(Runnable::run);
    }

    private static String channel(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(CHANNEL)) {
            row.next();
            return row.getString(1);
        }
    }
}
