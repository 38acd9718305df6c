package dev.lockstep.persistence.postgres.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;

/**
 * Whether the primary answered last, so that a read need not wait for a server that is known to be
 * away. A test write, which the store repeats while a fault lasts, shows that the server is back.
 * Thread-safe.
 */
final class Reachability {
    private static final String ALL_TAKEN = "53300";

    private final String servers;
    private long answers;
    private volatile @Nullable SQLException away;

    /**
     * Creates a state without a failure.
     *
     * @param servers the hosts with their ports, for messages
     */
    Reachability(String servers) {
        this.servers = servers;
    }

    /** Records a new connection or a write. */
    synchronized void answered() {
        answers++;
        away = null;
    }

    /** Returns the number of answers, by which a failed attempt shows when it began. */
    synchronized long answers() {
        return answers;
    }

    /**
     * Records a failed attempt to connect, if the server did not answer or does not serve.
     *
     * @param before the number of answers when the attempt began
     */
    void failed(long before, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (PostgresFailures.INSTANCE.connectionLost(failure) && !state.equals(ALL_TAKEN)) {
            // The driver's text for no answer names one of the servers only.
            String text = noAnswer(failure) ? "" : ": " + String.valueOf(failure.getMessage());
            away(before, new SQLException(noConnection() + text, state, failure));
        }
    }

    /** Records that only standbys answer. */
    void failed(long before, RepositoryException standby) {
        if (standby.reason() == Reason.READ_ONLY) {
            away(before, lost(standby));
        }
    }

    /**
     * Returns the failure of a wait for a connection in the words of this store, not of the pool;
     * it counts as a failed attempt unless the server has given a reason.
     */
    SQLException timedOut(long before, SQLTransientConnectionException none) {
        if (none.getCause() instanceof SQLException given && !noAnswer(given)) {
            return given;
        }
        SQLException late = lost(none);
        away(before, late);
        return late;
    }

    /** Throws if the server is known to be away. */
    void require() throws SQLException {
        SQLException known = away;
        if (known != null) {
            throw new SQLException(known.getMessage(), known.getSQLState(), known.getCause());
        }
    }

    /** An attempt that began before the last answer proves nothing. */
    private synchronized void away(long before, SQLException failure) {
        if (answers == before) {
            away = failure;
        }
    }

    private static boolean noAnswer(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("08");
    }

    private SQLException lost(Exception cause) {
        return new SQLException(noConnection(), PSQLState.CONNECTION_FAILURE.getState(), cause);
    }

    private String noConnection() {
        return "no connection to " + servers;
    }
}
