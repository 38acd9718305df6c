package dev.lockstep.persistence.sqlite.lock;

import java.sql.SQLException;

/**
 * Work on the database that may run more than once.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface SqlWork<T> {
    /** Does it, all of it. */
    T run() throws SQLException;
}
