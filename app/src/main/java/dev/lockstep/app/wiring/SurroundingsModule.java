package dev.lockstep.app.wiring;

import com.google.inject.AbstractModule;
import dev.lockstep.app.config.Pause;
import dev.lockstep.app.config.Surroundings;
import dev.lockstep.app.config.Timings;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Binds time and chance. */
final class SurroundingsModule extends AbstractModule {
    private final Surroundings surroundings;
    private final Timings timings;

    SurroundingsModule(Surroundings surroundings, Timings timings) {
        this.surroundings = surroundings;
        this.timings = timings;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
        bind(InstantSource.class).toInstance(surroundings.clock());
        bind(RandomGenerator.class).toInstance(surroundings.random());
        bind(Pause.class).toInstance(surroundings.pause());
        bind(Timings.class).toInstance(timings);
    }
}
