package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.SQLException;

/**
 * Something to be written all together or not at all; it may run more than once.
 *
 * @param <T> what it gives
 */
public interface WriteUnit<T> {
    /** Writes it; if this throws, nothing of it is kept. */
    T run(Session session) throws SQLException;

    /** How many orders it touches at most. */
    default int orders() {
        return 1;
    }
}
