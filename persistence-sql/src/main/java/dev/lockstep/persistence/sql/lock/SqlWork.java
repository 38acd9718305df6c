package dev.lockstep.persistence.sql.lock;

import java.sql.SQLException;

/**
 * Database work that may run more than once.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface SqlWork<T> {
    /** Runs the work completely. */
    T run() throws SQLException;
}
