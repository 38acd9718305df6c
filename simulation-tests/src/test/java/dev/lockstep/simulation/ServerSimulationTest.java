package dev.lockstep.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.process.ServerDatabase;
import dev.lockstep.simulation.scenario.Scenario;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The invariants hold with the orders in PostgreSQL: on the first seeds here, on as many as wanted
 * by {@code ./lockstep prove --store ADDRESS}.
 */
@Tag("slow")
class ServerSimulationTest {
    private static final ThreadFactory THREADS = Thread.ofVirtual().factory();
    private static final int SEEDS = 6;

    @Test
    void every_invariant_holds_with_the_orders_on_a_server() throws InterruptedException {
        PostgresConfig server = PostgresServers.newStore();
        List<Scenario> scenarios = LongStream.range(0, SEEDS).mapToObj(Scenario::of).toList();

        List<Outcome> failed =
                new Prover(
                                THREADS,
                                Runtime.getRuntime().availableProcessors(),
                                () -> ServerDatabase.created(server))
                        .prove(scenarios, _ -> {});

        assertThat(failed).flatMap(Outcome::violations).isEmpty();
    }
}
