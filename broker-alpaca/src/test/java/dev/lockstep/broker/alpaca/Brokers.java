package dev.lockstep.broker.alpaca;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.lockstep.domain.port.Broker;
import java.time.InstantSource;

/** Opens the door as the app does. */
final class Brokers {
    private Brokers() {}

    static Broker open(AlpacaConfig config) {
        return port(config, Broker.class);
    }

    static <T> T port(AlpacaConfig config, Class<T> port) {
        return ports(config).getInstance(port);
    }

    /** All ports on one line to the broker. */
    static Injector ports(AlpacaConfig config) {
        return Guice.createInjector(
                Stage.PRODUCTION,
                new AlpacaModule(config),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        binder().requireExplicitBindings();
                        bind(InstantSource.class).toInstance(InstantSource.system());
                    }
                });
    }
}
