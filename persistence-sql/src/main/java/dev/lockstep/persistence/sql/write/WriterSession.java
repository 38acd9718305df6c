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
    private volatile boolean lost;

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

    /**
     * Takes the write lock and starts a transaction. A connection that was lost since the last
     * transaction is replaced once, since nothing was sent on it.
     */
    Session begin() throws SQLException {
        boolean mayBeStale = session != null;
        try {
            return locked();
        } catch (SQLException failure) {
            if (!mayBeStale || !failures().connectionLost(failure)) {
                throw failure;
            }
            LOG.info("the connection was lost; connecting again: {}", failure.getMessage());
            return locked();
        }
    }

    private Session locked() throws SQLException {
        Session open = open();
        try {
            open.beginWriting();
            lockedOut = false;
            lost = false;
            return open;
        } catch (SQLException failure) {
            lockedOut = failures().busy(failure);
            if (failures().connectionLost(failure)) {
                lost = true;
                close();
            } else if (!lockedOut) {
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

    /** Returns whether the connection was lost and no lock was taken since. */
    boolean lost() {
        return lost;
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
