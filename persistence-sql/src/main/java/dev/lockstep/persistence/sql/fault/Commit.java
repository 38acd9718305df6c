package dev.lockstep.persistence.sql.fault;

import dev.lockstep.persistence.sql.connection.Session;
import java.sql.SQLException;

/** Commits a transaction; replaceable to simulate a failing disk in tests. */
@FunctionalInterface
public interface Commit {
    /** Commits the session's transaction. */
    void of(Session session) throws SQLException;
}
