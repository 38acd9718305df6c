package dev.lockstep.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class GatewayLoadTest {
    @TempDir private Path folder;

    @Test
    void a_small_load_succeeds_and_every_response_is_counted() throws Exception {
        BenchmarkOutcome outcome = new GatewayLoad(folder, 80, 5, _ -> {}).measure(1);

        assertThat(outcome.scores().byName())
                .hasSize(8)
                .allSatisfy((_, scores) -> {
                    assertThat(scores).hasSize(1);
                    assertThat(scores.getFirst().perSecond()).isPositive();
                });
        assertThat(outcome.findings())
                .extracting(finding -> finding.unit() + " " + finding.goal())
                .containsExactly("x ", "x ", "x >= 0.5", "x ");
    }
}
