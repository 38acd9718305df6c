package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.domain.port.AuditTrail;
import dev.lockstep.domain.port.Fills;
import dev.lockstep.domain.port.Incidents;
import dev.lockstep.domain.port.LoopReports;
import dev.lockstep.domain.port.OrderFeed;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.RiskControl;
import dev.lockstep.domain.port.StoreBackup;
import dev.lockstep.domain.port.StoreInspection;
import dev.lockstep.domain.port.TradingLease;
import dev.lockstep.domain.usecase.CheckHealth;
import dev.lockstep.domain.usecase.ControlRisk;
import dev.lockstep.domain.usecase.LoopSchedule;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.time.InstantSource;

/** Binds the orders of a data folder. */
final class BookModule extends AbstractModule {
    @Provides
    @Singleton
    Book book(
            OrderRepository repository,
            StoreInspection inspection,
            StoreBackup backup,
            Incidents incidents,
            CheckHealth checkHealth,
            ControlRisk controlRisk,
            AuditTrail auditTrail,
            OrderFeed feed,
            Fills fills,
            SqliteStore store) {
        return new Book(
                repository,
                inspection,
                backup,
                incidents,
                checkHealth,
                controlRisk,
                auditTrail,
                feed,
                fills,
                store);
    }

    @Provides
    @Singleton
    CheckHealth checkHealth(
            OrderRepository repository,
            Incidents incidents,
            LoopReports loopReports,
            TradingLease lease,
            RiskControl riskControl,
            StoreInspection inspection,
            LoopSchedule schedule,
            InstantSource clock) {
        return new CheckHealth(
                repository,
                incidents,
                loopReports,
                lease,
                riskControl,
                inspection,
                clock,
                schedule.unresolvedAlarm());
    }

    @Provides
    @Singleton
    ControlRisk controlRisk(RiskControl riskControl, InstantSource clock) {
        return new ControlRisk(riskControl, clock);
    }
}
