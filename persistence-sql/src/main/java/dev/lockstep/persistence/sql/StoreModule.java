package dev.lockstep.persistence.sql;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.CommitHints;
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

/**
 * Guice module that binds each port to the one of the injector's {@link OrderStore}, which a module
 * of a kind of database binds.
 */
public final class StoreModule extends AbstractModule {
    @Provides
    @Singleton
    OrderRepository repository(OrderStore store) {
        return store.repository();
    }

    @Provides
    @Singleton
    OrderFeed feed(OrderStore store) {
        return store.feed();
    }

    @Provides
    @Singleton
    RecordFeed recordFeed(OrderStore store) {
        return store.recordFeed();
    }

    @Provides
    @Singleton
    NotificationOutbox notificationOutbox(OrderStore store) {
        return store.notificationOutbox();
    }

    @Provides
    @Singleton
    TradingLease lease(OrderStore store) {
        return store.lease();
    }

    @Provides
    @Singleton
    Incidents incidents(OrderStore store) {
        return store.incidents();
    }

    @Provides
    @Singleton
    Fills fills(OrderStore store) {
        return store.fills();
    }

    @Provides
    @Singleton
    LoopReports loopReports(OrderStore store) {
        return store.loopReports();
    }

    @Provides
    @Singleton
    RiskControl riskControl(OrderStore store) {
        return store.riskControl();
    }

    @Provides
    @Singleton
    TradingKeys tradingKeys(OrderStore store) {
        return store.tradingKeys();
    }

    @Provides
    @Singleton
    SignIns signIns(OrderStore store) {
        return store.signIns();
    }

    @Provides
    @Singleton
    CommitHints hints(OrderStore store) {
        return store.hints();
    }

    @Provides
    @Singleton
    StoreInspection inspection(OrderStore store) {
        return store.inspection();
    }

    @Provides
    @Singleton
    StoreBackup backup(OrderStore store) {
        return store.backup();
    }

    @Provides
    @Singleton
    AuditTrail auditTrail(OrderStore store) {
        return store.auditTrail();
    }

    @Provides
    @Singleton
    InstanceTag tag(OrderStore store) {
        return store.tag();
    }
}
