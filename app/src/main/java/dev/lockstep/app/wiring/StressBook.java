package dev.lockstep.app.wiring;

import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.persistence.sqlite.SqliteStore;

/**
 * The orders of a stress run's folder.
 *
 * @param repository the orders
 * @param ids where their ids come from
 * @param inspection a look at the store itself
 * @param meter what the store reports
 * @param store what is closed at the end
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
