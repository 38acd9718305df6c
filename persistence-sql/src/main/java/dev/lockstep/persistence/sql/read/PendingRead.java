package dev.lockstep.persistence.sql.read;

import dev.lockstep.persistence.sql.connection.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A submitted read and the session it runs on, so that a caller that stops waiting can interrupt
 * it. The session is interrupted only while this read runs on it.
 */
final class PendingRead<T> {
    private final Reading<T> reading;
    private @Nullable Session running;
    private boolean stopped;

    PendingRead(Reading<T> reading) {
        this.reading = reading;
    }

    /** Runs the read; fails immediately if it was stopped before. */
    T on(Session session) throws SQLException {
        begin(session);
        try {
            return reading.from(session);
        } finally {
            end();
        }
    }

    /** Stops the read; returns whether it had started. */
    synchronized boolean stop() throws SQLException {
        stopped = true;
        Session on = running;
        if (on == null) {
            return false;
        }
        on.interrupt();
        return true;
    }

    /** Returns whether the read was stopped; its session must then be discarded. */
    synchronized boolean stopped() {
        return stopped;
    }

    private synchronized void begin(Session session) throws SQLException {
        if (stopped) {
            throw session.failures().interrupted();
        }
        running = session;
    }

    private synchronized void end() {
        running = null;
    }
}
