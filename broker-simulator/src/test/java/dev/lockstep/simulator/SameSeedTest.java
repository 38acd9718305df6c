package dev.lockstep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SameSeedTest {
    private static final int ORDERS = 60;

    @TempDir Path dir;

    @Test
    void the_same_seed_and_requests_give_the_same_ledger_with_random_faults() throws IOException {
        String first = ledgerOf("first", 5);
        assertThat(ledgerOf("second", 5)).isEqualTo(first).contains("order_filled");
        assertThat(ledgerOf("third", 6)).isNotEqualTo(first);
    }

    private String ledgerOf(String name, long seed) throws IOException {
        Path state = dir.resolve(name);
        String plan =
                """
                {"seed":%d,"partial_fill_probability":0.4,"rules":[
                {"target":"POST /v2/orders","fault":"error_before","probability":0.2},
                {"target":"POST /v2/orders","fault":"drop_after","probability":0.2},
                {"target":"DELETE *","fault":"rate_limited","probability":0.3}]}
                """
                        .formatted(seed);
        SimulatorConfig config =
                SimulatorConfig.defaults()
                        .withSeed(seed)
                        .withStateDir(state)
                        .withRequestsPerMinute(0)
                        .withStartingCash(new BigDecimal("10000000"))
                        .withClock(InstantSource.fixed(Instant.parse("2026-03-02T17:00:00Z")))
                        .withFaults(FaultPlans.parse(plan));
        try (Simulator simulator = Simulator.start(config);
                Client client = new Client(simulator)) {
            for (int order = 0; order < ORDERS; order++) {
                trade(client, order);
            }
        }
        return Files.readString(state.resolve("ledger.jsonl"));
    }

    private static void trade(Client client, int order) {
        String side = order % 3 == 0 ? "sell" : "buy";
        try {
            client.submit(
                    "'symbol':'SPY','qty':'7','side':'"
                            + side
                            + "','type':'market','time_in_force':'day','client_order_id':'"
                            + order
                            + "'");
        } catch (UncheckedIOException dropped) {
            // A request may fail as the plan says; the ledger shows whether the order was accepted.
            return;
        }
        if (order % 5 == 0) {
            client.delete("/v2/orders");
        }
    }
}
