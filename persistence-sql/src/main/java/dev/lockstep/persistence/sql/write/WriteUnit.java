package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.persistence.sql.connection.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * An atomic unit of writes; may run more than once.
 *
 * @param <T> the result
 */
public interface WriteUnit<T> {
    /** Runs the unit; if this throws, nothing is stored. */
    T run(Session session) throws SQLException;

    /** Returns the maximum number of orders it writes. */
    default int orders() {
        return 1;
    }

    /**
     * Returns whether it stores a new order to be sent; such units are rejected first when disk
     * space is low.
     */
    default boolean opensOrder() {
        return false;
    }

    /**
     * Returns the ids of orders whose stored version it needs; those of a group are read together.
     */
    default Collection<OrderId> needs() {
        return List.of();
    }
}
