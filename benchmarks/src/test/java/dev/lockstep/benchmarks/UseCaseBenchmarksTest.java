package dev.lockstep.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.usecase.EventLoad;
import dev.lockstep.benchmarks.usecase.SubmitLoad;
import dev.lockstep.benchmarks.usecase.SyncLoad;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the benchmarks of use cases at sizes that show that they work, not their speed. */
@Tag("slow")
class UseCaseBenchmarksTest {
    @TempDir private Path folder;

    @Test
    void every_order_is_submitted_by_the_use_case_and_as_a_bare_post() throws Exception {
        BenchmarkOutcome outcome = new SubmitLoad(folder, 128, _ -> {}).measure(1);

        assertThat(outcome.scores().byName()).hasSize(4);
        assertThat(outcome.findings())
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.figure().median()).isPositive());
    }

    @Test
    void every_change_at_the_broker_is_synced_and_every_unanswered_order_is_recovered()
            throws Exception {
        BenchmarkOutcome outcome = new SyncLoad(folder, 600, 30, 20, _ -> {}).measure(1);

        assertThat(outcome.scores().byName()).hasSize(5);
        assertThat(outcome.findings())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.figure().median()).isPositive());
    }

    @Test
    void every_fill_of_the_stream_is_applied_once_and_the_exchange_makes_as_many_trades()
            throws Exception {
        BenchmarkOutcome outcome = new EventLoad(folder, 128, _ -> {}).measure(1);

        assertThat(outcome.scores().byName()).hasSize(3);
        assertThat(outcome.findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.figure().median()).isPositive());
    }
}
