package dev.lockstep.benchmarks.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SimulatorLoadTest {
    private static final int FEW_ORDERS = 100;
    private static final int MORE_ORDERS = 500;
    private static final int SMALL_HEAP_MEGABYTES = 128;
    private static final int FEW_READS = 20;

    @Test
    void a_small_load_succeeds_and_every_response_is_counted() throws Exception {
        BenchmarkOutcome outcome =
                new SimulatorLoad(FEW_ORDERS, MORE_ORDERS, SMALL_HEAP_MEGABYTES, FEW_READS, _ -> {})
                        .measure(1);

        assertThat(outcome.scores().byName())
                .containsOnlyKeys(
                        "submits from 64 connections",
                        "page of 100 closed orders",
                        "page of 500 closed orders")
                .allSatisfy((_, scores) -> {
                    assertThat(scores).hasSize(1);
                    assertThat(scores.getFirst().perSecond()).isPositive();
                });
        assertThat(outcome.findings())
                .extracting(finding -> finding.unit() + " " + finding.goal())
                .containsExactly("/s >= 2000.0", "x <= 1.25", "MB ");
    }
}
