package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.connection.Failures;
import dev.lockstep.persistence.sql.connection.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer's connection, reopened when it becomes unusable, so that writing resumes once the
 * cause is removed.
 */
final class WriterSession {
    private static final Logger LOG = LoggerFactory.getLogger(WriterSession.class);

    private final Connections connections;
    private @Nullable Session session;
    private volatile boolean lockedOut;

    WriterSession(Connections connections, Session session) {
        this.connections = connections;
        this.session = session;
    }

    Session open() throws SQLException {
        Session open = session;
        if (open == null) {
            open = connections.openWriter();
            session = open;
        }
        return open;
    }

    /** Replaces the connection; keeps the current one if no new one can be opened. */
    void renew() {
        try {
            Session fresh = connections.openWriter();
            close();
            session = fresh;
        } catch (SQLException | RepositoryException failure) {
            LOG.debug("no new connection: {}", failure.getMessage());
        }
    }

    /** Takes the write lock and starts a transaction. */
    Session begin() throws SQLException {
        Session open = open();
        try {
            open.beginWriting();
            lockedOut = false;
            return open;
        } catch (SQLException failure) {
            lockedOut = open.failures().busy(failure);
            if (!lockedOut) {
                open.forgetStatements();
            }
            throw failure;
        }
    }

    /** Returns the classification of the database's failures. */
    Failures failures() {
        return connections.failures();
    }

    /** Returns whether another connection held the lock at the last attempt. */
    boolean lockedOut() {
        return lockedOut;
    }

    /** Rolls back the open transaction. */
    void rollback() {
        try {
            if (session != null) {
                session.rollback();
                session.forgetStatements();
            }
        } catch (SQLException failure) {
            LOG.warn("rolling back: {}", failure.getMessage());
            close();
        }
    }

    void close() {
        Session open = session;
        session = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException failure) {
            LOG.warn("closing the writer's connection: {}", failure.getMessage());
        }
    }
}
