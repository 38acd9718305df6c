package dev.lockstep.persistence.sqlite.read;

import dev.lockstep.persistence.sqlite.connection.Failures;
import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A read on its way, with the connection on which it runs, so that a caller who no longer waits can
 * stop it: a connection is interrupted only while this very read is on it.
 */
final class PendingRead<T> {
    private final Reading<T> reading;
    private @Nullable Session running;
    private boolean stopped;

    PendingRead(Reading<T> reading) {
        this.reading = reading;
    }

    /** Reads; fails at once if it was stopped before. */
    T on(Session session) throws SQLException {
        begin(session);
        try {
            return reading.from(session);
        } finally {
            end();
        }
    }

    /** Ends it wherever it is; whether it had a connection by then. */
    synchronized boolean stop() throws SQLException {
        stopped = true;
        Session on = running;
        if (on == null) {
            return false;
        }
        on.interrupt();
        return true;
    }

    /** Whether it was stopped, after which its connection is not used again. */
    synchronized boolean stopped() {
        return stopped;
    }

    private synchronized void begin(Session session) throws SQLException {
        if (stopped) {
            throw Failures.interrupted();
        }
        running = session;
    }

    private synchronized void end() {
        running = null;
    }
}
