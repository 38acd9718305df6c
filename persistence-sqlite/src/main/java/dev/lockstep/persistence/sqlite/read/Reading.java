package dev.lockstep.persistence.sqlite.read;

import dev.lockstep.persistence.sqlite.connection.Session;
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
