package dev.lockstep.app.prove.fuzz.parser;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Stage;
import dev.lockstep.broker.alpaca.Alpaca;
import dev.lockstep.broker.alpaca.AlpacaConfig;
import dev.lockstep.broker.alpaca.AlpacaModule;
import dev.lockstep.broker.alpaca.ApiSecret;
import dev.lockstep.broker.alpaca.connection.InProcessLink;
import dev.lockstep.broker.alpaca.resilience.BreakerRule;
import dev.lockstep.broker.alpaca.resilience.RetrySchedule;
import dev.lockstep.broker.alpaca.resilience.Sleeper;
import dev.lockstep.simulator.InProcessExchange;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Opens the broker's adapter on a link of the fuzzer, without a network and without waiting. */
final class VenueClient {
    /** Each input must reach the parser, also after many that failed. */
    private static final BreakerRule NEVER_OPEN = new BreakerRule(500, 500, Duration.ofMillis(1));

    private static final RetrySchedule AT_ONCE =
            new RetrySchedule(
                    List.of(Duration.ofMillis(1)),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    2,
                    Duration.ofMillis(1),
                    Duration.ofMillis(2));

    private VenueClient() {}

    static Alpaca open(InProcessLink link, InstantSource clock, Sleeper pauses) {
        AlpacaConfig config =
                AlpacaConfig.at(
                                URI.create("http://127.0.0.1:1"),
                                InProcessExchange.KEY.id(),
                                new ApiSecret(InProcessExchange.KEY.secret()))
                        .with(NEVER_OPEN)
                        .with(AT_ONCE)
                        .withRequestsPerMinute(0);
        return Guice.createInjector(
                        Stage.PRODUCTION,
                        new AlpacaModule(config, link, pauses),
                        new AbstractModule() {
                            @Override
                            protected void configure() {
                                bind(InstantSource.class).toInstance(clock);
                            }
                        })
                .getInstance(Alpaca.class);
    }
}
