package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.notification.RecordFeed;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.SignIns;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.domain.usecase.access.ManageKeys;
import dev.lockstep.domain.usecase.executions.BustedExits;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import dev.lockstep.domain.usecase.incident.CloseIncident;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.notify.NotificationReader;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.query.LimitUses;
import dev.lockstep.domain.usecase.query.ListStrategies;
import dev.lockstep.domain.usecase.report.CheckHealth;
import dev.lockstep.domain.usecase.report.ListOperatorActs;
import dev.lockstep.persistence.sql.OrderStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Binds the orders of a data folder. */
final class StoreUseCaseModule extends AbstractModule {
    @Provides
    @Singleton
    StoreUseCases book(
            OrderRepository repository,
            StoreInspection inspection,
            StoreBackup backup,
            Incidents incidents,
            CheckHealth checkHealth,
            ControlRisk controlRisk,
            LimitUses limitUses,
            ListStrategies listStrategies,
            AuditTrail auditTrail,
            OrderFeed feed,
            CommitHints hints,
            Fills fills,
            ManageKeys manageKeys,
            RiskControl riskControl,
            TradingKeys tradingKeys,
            RecordFeed recordFeed,
            NotificationOutbox notificationOutbox,
            InstanceTag tag,
            SignIns signIns,
            PlatformClock clock,
            OrderStore store) {
        return new StoreUseCases(
                repository,
                inspection,
                backup,
                incidents,
                new CloseIncident(incidents, new BustedExits(repository, fills), clock),
                checkHealth,
                controlRisk,
                limitUses,
                listStrategies,
                auditTrail,
                feed,
                new FeedWaits(hints, clock),
                fills,
                manageKeys,
                new ListOperatorActs(riskControl, incidents, tradingKeys, signIns),
                new NotificationReader(feed, repository, recordFeed, notificationOutbox, tag),
                notificationOutbox,
                signIns,
                store::close);
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
    ManageKeys manageKeys(TradingKeys keys, InstantSource clock, RandomGenerator random) {
        return new ManageKeys(keys, clock, random);
    }

    @Provides
    @Singleton
    ControlRisk controlRisk(RiskControl riskControl, InstantSource clock) {
        return new ControlRisk(riskControl, clock);
    }

    @Provides
    @Singleton
    LimitUses limitUses(OrderRepository repository, InstantSource clock) {
        return new LimitUses(repository, clock);
    }

    @Provides
    @Singleton
    ListStrategies listStrategies(
            OrderRepository repository, TradingKeys keys, InstantSource clock) {
        return new ListStrategies(repository, keys, clock);
    }
}
