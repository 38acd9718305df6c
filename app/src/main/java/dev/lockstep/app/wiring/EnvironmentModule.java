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
    private final ProcessEnvironment processEnvironment;
    private final Tuning tuning;

    EnvironmentModule(ProcessEnvironment processEnvironment, Tuning tuning) {
        this.processEnvironment = processEnvironment;
        this.tuning = tuning;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
        bind(InstantSource.class).toInstance(processEnvironment.clock());
        bind(PlatformClock.class).toInstance(processEnvironment.clock());
        bind(RandomGenerator.class).toInstance(processEnvironment.random());
        bind(Pause.class).toInstance(processEnvironment.pause());
        bind(Timings.class).toInstance(tuning.timings());
        bind(LoopSchedule.class).toInstance(tuning.schedule());
    }
}
