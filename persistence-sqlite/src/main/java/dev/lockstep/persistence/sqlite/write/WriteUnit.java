package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.order.OrderId;
import dev.lockstep.persistence.sqlite.connection.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

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

    /**
     * Whether it is a new order that is to be sent: the first to do without when room is scarce.
     */
    default boolean opensOrder() {
        return false;
    }

    /** The orders of which it needs the stored version; those of a group are read together. */
    default Collection<OrderId> needs() {
        return List.of();
    }
}
