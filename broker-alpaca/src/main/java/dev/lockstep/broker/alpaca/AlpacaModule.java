package dev.lockstep.broker.alpaca;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.lockstep.broker.alpaca.connection.Credentials;
import dev.lockstep.broker.alpaca.connection.HttpConnections;
import dev.lockstep.broker.alpaca.connection.Transport;
import dev.lockstep.broker.alpaca.resilience.Resilience;
import dev.lockstep.domain.port.Broker;
import java.time.InstantSource;

/** Binds Alpaca as the {@link Broker}. Needs an {@link InstantSource} from elsewhere. */
public final class AlpacaModule extends AbstractModule {
    private final AlpacaConfig config;

    /** Alpaca as this configuration tells. */
    public AlpacaModule(AlpacaConfig config) {
        this.config = config;
    }

    @Provides
    @Singleton
    Broker broker(InstantSource clock) {
        Transport transport =
                new Transport(
                        HttpConnections.open(config.timeOuts()),
                        new Credentials(config.keyId(), config.secret().value()),
                        clock);
        Api api = new Api(config.baseUrl(), transport, new Resilience(config.patience()));
        Faults faults = new Faults(config);
        return new AlpacaBroker(
                api,
                new OrderChanges(api, faults, clock),
                new Questions(api, faults, new Foreign(), clock));
    }
}
