package dev.lockstep.persistence.sqlite.read;

import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.SQLException;

/**
 * A bounded question to the database; it may be asked more than once.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface Reading<T> {
    /** Asks it. */
    T from(Session session) throws SQLException;
}
