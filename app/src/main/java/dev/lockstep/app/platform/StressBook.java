package dev.lockstep.app.platform;

import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.OrderRepository;

/**
 * The orders of a stress test.
 *
 * @param repository the orders
 * @param ids creates their ids
 * @param inspection checks the store
 * @param audit checks that nothing of it was changed
 * @param meter the metrics of the store
 * @param closing closes the store
 */
public record StressBook(
        OrderRepository repository,
        OrderIds ids,
        StoreInspection inspection,
        AuditTrail audit,
        RetryMeter meter,
        Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
