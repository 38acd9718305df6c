package dev.lockstep.persistence.sqlite;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
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
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.StoreModule;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Guice module that binds the repository ports to a SQLite database: {@link OrderRepository},
 * {@link OrderFeed}, {@link RecordFeed}, {@link NotificationOutbox}, {@link TradingLease}, {@link
 * Incidents}, {@link Fills}, {@link LoopReports}, {@link RiskControl}, {@link TradingKeys}, {@link
 * SignIns}, {@link StoreInspection}, {@link StoreBackup}, {@link AuditTrail}, {@link InstanceTag},
 * and the {@link SqliteStore}, which is also the {@link OrderStore} and which the injector's owner
 * must close.
 *
 * <p>Requires a binding for {@link InstantSource}. {@link StoreMetrics} may be bound with {@code
 * OptionalBinder.newOptionalBinder(binder(), StoreMetrics.class).setBinding()}.
 */
public final class SqliteModule extends AbstractModule {
    private final SqliteConfig config;
    private final RandomGenerator random;

    /** Creates a module that draws a new database's tag from secure random numbers. */
    public SqliteModule(SqliteConfig config) {
        this(config, new SecureRandom());
    }

    /**
     * Creates a module that draws a new database's tag from {@code random}.
     *
     * @param random used once, when the database is created
     */
    public SqliteModule(SqliteConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    @Override
    protected void configure() {
        install(new StoreModule());
        OptionalBinder.newOptionalBinder(binder(), StoreMetrics.class)
                .setDefault()
                .toInstance(StoreMetrics.NONE);
    }

    @Provides
    @Singleton
    SqliteStore store(InstantSource clock, StoreMetrics metrics) {
        return SqliteStore.open(config, SqliteDependencies.here(clock, random, metrics));
    }

    @Provides
    @Singleton
    OrderStore anyStore(SqliteStore store) {
        return store;
    }
}
