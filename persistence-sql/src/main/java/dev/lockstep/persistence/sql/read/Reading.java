package dev.lockstep.persistence.sql.read;

import dev.lockstep.persistence.sql.connection.Session;
import java.sql.SQLException;

/**
 * A bounded query; may run more than once.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Reading<T> {
    /** Runs the query. */
    T from(Session session) throws SQLException;
}
