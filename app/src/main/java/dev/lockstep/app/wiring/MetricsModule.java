package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import dev.lockstep.domain.port.maintenance.StoreMetrics;

/** Binds where the store reports how it fares. */
final class MetricsModule extends AbstractModule {
    private final StoreMetrics metrics;

    MetricsModule(StoreMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), StoreMetrics.class)
                .setBinding()
                .toInstance(metrics);
    }
}
