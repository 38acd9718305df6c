package dev.lockstep.persistence.sqlite.fault;

import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.SQLException;

/** Commits a transaction; a test hands in one that fails as a broken disk does. */
@FunctionalInterface
public interface Commit {
    /** Commits what the session has written. */
    void of(Session session) throws SQLException;
}
