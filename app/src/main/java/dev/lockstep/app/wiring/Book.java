package dev.lockstep.app.wiring;

import dev.lockstep.domain.port.AuditTrail;
import dev.lockstep.domain.port.Fills;
import dev.lockstep.domain.port.Incidents;
import dev.lockstep.domain.port.OrderFeed;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.StoreBackup;
import dev.lockstep.domain.port.StoreInspection;
import dev.lockstep.domain.usecase.CheckHealth;
import dev.lockstep.domain.usecase.ControlRisk;
import dev.lockstep.persistence.sqlite.SqliteStore;

/**
 * The orders of a data folder, for commands that do not need the broker.
 *
 * @param repository the orders
 * @param inspection a look at the store itself
 * @param backup copies of it
 * @param incidents what a person must know of
 * @param checkHealth tells how the platform is
 * @param controlRisk the limits, and what may be sent
 * @param auditTrail the proof that the orders are what was stored
 * @param feed what becomes of the orders, whichever process did it
 * @param fills the executions that were ever heard of
 * @param store what is closed at the end
 */
public record Book(
        OrderRepository repository,
        StoreInspection inspection,
        StoreBackup backup,
        Incidents incidents,
        CheckHealth checkHealth,
        ControlRisk controlRisk,
        AuditTrail auditTrail,
        OrderFeed feed,
        Fills fills,
        SqliteStore store)
        implements AutoCloseable {
    @Override
    public void close() {
        store.close();
    }
}
