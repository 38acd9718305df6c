package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Timings;
import dev.lockstep.app.config.Tuning;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Binds time, how much of it things may take, and chance. */
final class EnvironmentModule extends AbstractModule {
    private final ProcessEnvironment surroundings;
    private final Tuning tuning;

    EnvironmentModule(ProcessEnvironment surroundings, Tuning tuning) {
        this.surroundings = surroundings;
        this.tuning = tuning;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
        bind(InstantSource.class).toInstance(surroundings.clock());
        bind(PlatformClock.class).toInstance(surroundings.clock());
        bind(RandomGenerator.class).toInstance(surroundings.random());
        bind(Pause.class).toInstance(surroundings.pause());
        bind(Timings.class).toInstance(tuning.timings());
        bind(LoopSchedule.class).toInstance(tuning.schedule());
    }
}
