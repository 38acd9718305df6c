package dev.lockstep.app.wiring;

import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.report.CheckHealth;
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
public record StoreUseCases(
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
