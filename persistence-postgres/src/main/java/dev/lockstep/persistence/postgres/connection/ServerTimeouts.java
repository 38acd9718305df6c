package dev.lockstep.persistence.postgres.connection;

import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGProperty;

/**
 * How long a connection waits for what, so that all waits of a call together stay near its
 * deadline. A server that hangs ends the statement of the writer at half of the deadline, which
 * leaves time to connect again.
 *
 * @param deadline the total wait of a call
 */
record ServerTimeouts(Duration deadline) {
    private static final long CONNECT_SECONDS = 5;
    private static final long CANCEL_SECONDS = 2;
    private static final long LOCK_MILLIS = 2_000;
    private static final long IDLE_MILLIS = 15_000;
    private static final long MIN_IDLE_MILLIS = 1_000;
    private static final long POOL_MILLIS = 10_000;
    private static final long MIN_POOL_MILLIS = 250;
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int KEEP_ALIVE_PROBES = 3;

    /**
     * Returns the server's settings of the writer's connection. A plan that was made while a table
     * was small must not read all of it once it has grown, and none is worth a compilation.
     */
    String ofWriter() {
        return common(idleMillis()) + lockTimeout() + " -c enable_seqscan=off -c jit=off";
    }

    /**
     * Returns the server's settings of the connections that migrate the schema. They do more
     * between two statements than a write does.
     */
    String ofMigrations() {
        return common(IDLE_MILLIS) + lockTimeout();
    }

    /** Returns the server's settings of a reader's connection. */
    String ofReader() {
        return common(idleMillis()) + " -c statement_timeout=" + deadline.toMillis();
    }

    /** Returns the wait for an answer of the server to the writer. */
    int writerSocketSeconds() {
        return seconds(deadline.toSeconds() / 2, Long.MAX_VALUE);
    }

    /** Returns the wait for an answer of the server to a reader. */
    int readerSocketSeconds() {
        return seconds(deadline.toSeconds(), Long.MAX_VALUE);
    }

    /** Sets the waits for a new connection, with each of several servers and in all. */
    void connecting(Properties properties) {
        PGProperty.CONNECT_TIMEOUT.set(
                properties, seconds(deadline.toSeconds() / 6, CONNECT_SECONDS));
        PGProperty.LOGIN_TIMEOUT.set(
                properties, seconds(deadline.toSeconds() / 3, 2 * CONNECT_SECONDS));
        PGProperty.CANCEL_SIGNAL_TIMEOUT.set(
                properties, seconds(deadline.toSeconds() / 10, CANCEL_SECONDS));
    }

    /** Returns the wait for a connection of the pool. */
    long poolMillis() {
        return Math.clamp(deadline.toMillis() / 3, MIN_POOL_MILLIS, POOL_MILLIS);
    }

    /** Returns the longest time for which a process may do nothing within a transaction. */
    long idleMillis() {
        return Math.clamp(deadline.toMillis() / 2, MIN_IDLE_MILLIS, IDLE_MILLIS);
    }

    private String lockTimeout() {
        return " -c lock_timeout=" + Math.min(LOCK_MILLIS, deadline.toMillis() / 10);
    }

    private static String common(long idleMillis) {
        return "-c client_min_messages=warning -c idle_in_transaction_session_timeout="
                + idleMillis
                + " -c tcp_keepalives_idle="
                + KEEP_ALIVE_SECONDS
                + " -c tcp_keepalives_interval="
                + KEEP_ALIVE_SECONDS
                + " -c tcp_keepalives_count="
                + KEEP_ALIVE_PROBES;
    }

    private static int seconds(long wanted, long max) {
        return Math.toIntExact(Math.clamp(wanted, 1, max));
    }
}
