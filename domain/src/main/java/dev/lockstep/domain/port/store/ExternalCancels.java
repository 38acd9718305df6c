package dev.lockstep.domain.port.store;

import dev.lockstep.domain.order.id.BrokerOrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The requested cancels of external orders, until each of those has ended. Safe for use by several
 * threads and processes.
 */
public interface ExternalCancels {
    /** The most requests in one call and in one list. */
    int MAX_REQUESTS = 1_000;

    /**
     * Stores requests; one that is stored already keeps its time.
     *
     * @param ids the orders, at most {@link #MAX_REQUESTS}
     * @throws RepositoryException if they are not stored
     */
    void request(Collection<BrokerOrderId> ids, Instant at);

    /** Returns the oldest {@link #MAX_REQUESTS} requests. */
    List<Request> requested();

    /** Removes the request of an order that has ended; does nothing without one. */
    void end(BrokerOrderId id);

    /**
     * A requested cancel.
     *
     * @param id the broker's id of the external order
     * @param since when it was first requested
     */
    record Request(BrokerOrderId id, Instant since) {}
}
