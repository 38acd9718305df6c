package dev.lockstep.persistence.postgres.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Failures;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Classifies PostgreSQL's failures by SQLSTATE (PostgreSQL manual, appendix A). Message texts are
 * translated and are not used.
 */
public final class PostgresFailures implements Failures {
    /** The classification, which has no state. */
    public static final Failures INSTANCE = new PostgresFailures();

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String COMPLETION_UNKNOWN = "40003";
    private static final String QUERY_CANCELED = "57014";
    private static final String READ_ONLY = "25006";
    private static final String IDLE_IN_TRANSACTION = "25P03";
    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String SHUT_DOWN = "57P01";
    private static final String CRASHED = "57P02";
    private static final String STARTING = "57P03";
    private static final Set<String> ENDED =
            Set.of(
                    IDLE_IN_TRANSACTION,
                    TOO_MANY_CONNECTIONS,
                    SHUT_DOWN,
                    CRASHED,
                    STARTING,
                    READ_ONLY);
    private static final String CONNECTION = "08";
    private static final Set<String> LOCKED =
            Set.of(LOCK_NOT_AVAILABLE, SERIALIZATION_FAILURE, DEADLOCK);

    private PostgresFailures() {}

    @Override
    public boolean busy(Throwable failure) {
        return failure instanceof SQLException named && LOCKED.contains(state(named));
    }

    /**
     * Returns whether the connection has ended or is one to a server that is no primary (any more).
     */
    @Override
    public boolean connectionLost(Throwable failure) {
        return switch (failure) {
            case SQLException named ->
                    ENDED.contains(state(named)) || state(named).startsWith(CONNECTION);
            case RepositoryException named -> named.reason() == Reason.READ_ONLY;
            default -> false;
        };
    }

    /**
     * Returns whether a commit that failed this way may still be stored: unless the server has said
     * that it rolled back, its answer is lost.
     */
    @Override
    public boolean mayBeStored(SQLException failure) {
        String state = state(failure);
        boolean rolledBack =
                (state.startsWith("40") && !state.equals(COMPLETION_UNKNOWN))
                        || state.startsWith("23")
                        || state.startsWith("25")
                        || state.equals(LOCK_NOT_AVAILABLE);
        return !rolledBack;
    }

    @Override
    public SQLException interrupted() {
        return new PSQLException("interrupted", PSQLState.QUERY_CANCELED);
    }

    @Override
    public RepositoryException named(String doing, SQLException failure) {
        if (failure.getCause() instanceof RepositoryException below) {
            return new RepositoryException(
                    below.reason(), doing + ": " + below.getMessage(), failure);
        }
        Reason reason = reason(state(failure));
        return new RepositoryException(
                reason,
                doing
                        + ": "
                        + PostgresAdvice.of(reason, state(failure))
                        + " ("
                        + text(failure)
                        + ")",
                failure);
    }

    /** Returns the code, that of a lost connection for the pool's own failure without one. */
    private static String state(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        if (state == null) {
            return failure instanceof SQLTransientConnectionException
                    ? PSQLState.CONNECTION_FAILURE.getState()
                    : "";
        }
        return state;
    }

    /** Returns the server's words in one line. */
    private static String text(SQLException failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", "; ");
    }

    private static Reason reason(String state) {
        return switch (state) {
            case LOCK_NOT_AVAILABLE, SERIALIZATION_FAILURE, DEADLOCK -> Reason.LOCK_TIMEOUT;
            case QUERY_CANCELED -> Reason.READ_TIMEOUT;
            case READ_ONLY -> Reason.READ_ONLY;
            case IDLE_IN_TRANSACTION -> Reason.IO_ERROR;
            case DISK_FULL -> Reason.DISK_FULL;
            default -> ofClass(state.isEmpty() ? state : state.substring(0, 2));
        };
    }

    private static Reason ofClass(String stateClass) {
        return switch (stateClass) {
            // Connection; the server is shut down, starts or is full; its disk fails.
            case CONNECTION, "53", "57", "58" -> Reason.IO_ERROR;
            // The user or its password is refused.
            case "28" -> Reason.IO_ERROR;
            // The database or the schema is not there, or not ours.
            case "3D", "3F" -> Reason.INCOMPATIBLE;
            case "42" -> Reason.INCOMPATIBLE;
            case "XX" -> Reason.CORRUPT;
            default -> Reason.MISUSE;
        };
    }
}
