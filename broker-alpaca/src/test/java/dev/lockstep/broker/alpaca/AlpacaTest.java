package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import org.junit.jupiter.api.Test;

/** Connects without an injector. */
class AlpacaTest {
    @Test
    void an_account_that_is_connected_without_an_injector_answers() {
        try (Simulator simulator = Simulator.start(SimulatorConfig.defaults());
                Alpaca alpaca =
                        Alpaca.connect(
                                AlpacaConfig.at(
                                        simulator.uri(),
                                        SimulatorConfig.DEFAULT_KEY.id(),
                                        new ApiSecret(SimulatorConfig.DEFAULT_KEY.secret())))) {
            assertThat(alpaca.broker().openOrders()).isInstanceOf(FetchResult.Complete.class);
            assertThat(alpaca.broker().clock()).isInstanceOf(FetchResult.Complete.class);
            assertThat(alpaca.link().status().latency()).isNotNull();
        }
    }
}
