package dev.lockstep.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.benchmarks.feed.CommitToSight;
import dev.lockstep.benchmarks.isolation.PostgresIsolation;
import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.persistence.Checkpoints;
import dev.lockstep.benchmarks.persistence.Pages;
import dev.lockstep.benchmarks.persistence.PostgresSpeed;
import dev.lockstep.benchmarks.persistence.ReadsDuringWrites;
import dev.lockstep.benchmarks.persistence.Writes;
import dev.lockstep.benchmarks.retry.RetryWrapper;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the benchmarks at sizes that show that they work, not their speed. Each contestant verifies
 * its own work.
 */
@Tag("slow")
class BenchmarksTest {
    @TempDir private Path folder;

    @Test
    void every_contestant_makes_every_update_once() throws Exception {
        BenchmarkOutcome outcome = new Writes(folder, 300, 600, _ -> {}).measure(1);

        assertThat(outcome.scores().byName())
                .hasSize(12)
                .allSatisfy((_, scores) -> {
                    assertThat(scores).hasSize(1);
                    assertThat(scores.getFirst().perSecond()).isPositive();
                    assertThat(scores.getFirst().p99Nanos())
                            .isGreaterThanOrEqualTo(scores.getFirst().p50Nanos())
                            .isPositive();
                });
        assertThat(outcome.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.figure().median()).isPositive());
    }

    @Test
    void every_page_is_full() throws Exception {
        BenchmarkOutcome outcome = new Pages(folder, 1_000, 5_000, 3, _ -> {}).measure(1);

        assertThat(outcome.scores().byName()).hasSize(8);
        assertThat(outcome.findings()).hasSize(4);
    }

    @Test
    void every_read_is_full_alone_and_while_callers_write() throws Exception {
        BenchmarkOutcome outcome = new ReadsDuringWrites(folder, 200, 50, _ -> {}).measure(1);

        assertThat(outcome.scores().byName()).hasSize(2);
        assertThat(outcome.findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.figure().median()).isPositive());
    }

    @Test
    void every_kind_of_checkpoint_keeps_every_update() throws Exception {
        BenchmarkOutcome outcome = new Checkpoints(folder, 200, 400, _ -> {}).measure(1);

        assertThat(outcome.scores().byName()).hasSize(3);
        assertThat(outcome.findings()).hasSize(3);
    }

    @Test
    void every_contestant_on_postgresql_makes_every_update_once_and_every_page_is_full()
            throws Exception {
        BenchmarkOutcome outcome =
                new PostgresSpeed(folder, 300, 600, 1_000, 5_000, 3, _ -> {}).measure(1);

        assumeThat(outcome.findings()).as(PostgresServers.NOT_INSTALLED).isNotEmpty();
        assertThat(outcome.scores().byName()).hasSize(14);
        assertThat(outcome.findings())
                .hasSize(9)
                .allSatisfy(finding -> assertThat(finding.figure().median()).isPositive());
    }

    @Test
    void both_ways_to_keep_a_limit_keep_it_with_several_machines() throws Exception {
        BenchmarkOutcome outcome = new PostgresIsolation(100, 320, _ -> {}).measure(1);

        assumeThat(outcome.findings()).as(PostgresServers.NOT_INSTALLED).isNotEmpty();
        assertThat(outcome.scores().byName()).hasSize(6);
        assertThat(outcome.findings())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.figure().median()).isPositive());
    }

    @Test
    void each_order_of_one_store_is_seen_by_another_one_with_and_without_hints() throws Exception {
        BenchmarkOutcome outcome = new CommitToSight(3, _ -> {}).measure(1);

        assumeThat(outcome.findings()).as(PostgresServers.NOT_INSTALLED).isNotEmpty();
        assertThat(outcome.scores().byName()).hasSize(4);
        assertThat(outcome.findings()).hasSize(8);
    }

    @Test
    void the_report_can_be_json() throws Exception {
        BenchmarkOutcome outcome = new RetryWrapper(1_000).measure(2);

        JsonNode json =
                new ObjectMapper().readTree(new BenchmarkReport(2, List.of(outcome)).json());

        JsonNode finding = json.at("/parts/retry/findings/0");
        assertThat(finding.path("median").doubleValue()).isPositive();
        assertThat(finding.path("goal").textValue()).isEqualTo("<= 1000.0");
        assertThat(finding.path("verdict").textValue()).isIn("met", "missed");
    }
}
