package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import dev.lockstep.app.platform.RetryMeter;
import dev.lockstep.app.platform.StressBook;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.persistence.sql.OrderStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Binds what a stress run works with: orders and ids, and no broker. */
final class StressModule extends AbstractModule {
    private final RetryMeter meter = new RetryMeter();

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), StoreMetrics.class)
                .setBinding()
                .toInstance(meter);
    }

    @Provides
    @Singleton
    OrderIds ids(InstanceTag tag, InstantSource clock, RandomGenerator random) {
        return new TimeOrderedIds(tag, clock, random);
    }

    @Provides
    @Singleton
    StressBook book(
            OrderRepository repository,
            OrderIds ids,
            StoreInspection inspection,
            AuditTrail audit,
            OrderStore store) {
        return new StressBook(repository, ids, inspection, audit, meter, store::close);
    }
}
