package dev.lockstep.broker.alpaca;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.lockstep.domain.port.broker.Broker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;

/** Creates the broker ports with the application's Guice module. */
final class Brokers {
    private static final int OK = 200;

    private Brokers() {}

    static Broker open(AlpacaConfig config) {
        return port(config, Broker.class);
    }

    static <T> T port(AlpacaConfig config, Class<T> port) {
        return ports(config).getInstance(port);
    }

    /** Returns an injector whose ports share one connection. */
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

    /** Posts to one of the simulator's control endpoints. */
    static void post(URI address, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(address + ": " + answer.body());
            }
        }
    }
}
