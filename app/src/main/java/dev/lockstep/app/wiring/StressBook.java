package dev.lockstep.app.wiring;

import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.persistence.sqlite.SqliteStore;

/**
 * The orders of a stress test.
 *
 * @param repository the orders
 * @param ids creates their ids
 * @param inspection checks the store
 * @param meter the metrics of the store
 * @param store closed at the end
 */
public record StressBook(
        OrderRepository repository,
        OrderIds ids,
        StoreInspection inspection,
        RetryMeter meter,
        SqliteStore store)
        implements AutoCloseable {
    @Override
    public void close() {
        store.close();
    }
}
