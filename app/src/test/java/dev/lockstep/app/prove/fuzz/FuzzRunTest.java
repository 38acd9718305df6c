package dev.lockstep.app.prove.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.prove.fuzz.parser.FuzzTargets;
import dev.lockstep.app.runtime.Threads;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of {@code lockstep prove fuzz}. */
class FuzzRunTest {
    private static final long SEED = 1;

    /** One batch. */
    private static final int INPUTS = 500;

    @TempDir private Path temp;

    @ParameterizedTest
    @EnumSource(names = "IMPORT", mode = EnumSource.Mode.EXCLUDE)
    void every_input_is_accepted_or_refused(FuzzTargets target) throws InterruptedException {
        requireSound(target, INPUTS);
    }

    @Test
    void every_database_of_another_platform_is_accepted_or_refused() throws InterruptedException {
        requireSound(FuzzTargets.IMPORT, 40);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void more_inputs_are_accepted_or_refused(FuzzTargets target) throws InterruptedException {
        requireSound(target, target == FuzzTargets.IMPORT ? 500 : 5_000);
    }

    @Test
    void the_same_seed_makes_the_same_inputs() {
        for (FuzzTargets target : FuzzTargets.values()) {
            FuzzBatch batch = FuzzPlan.replay(target, SEED, 7);

            assertThat(batch.input(7).bytes()).isEqualTo(batch.input(7).bytes());
            assertThat(batch.input(7).entry()).isEqualTo(batch.input(7).entry());
        }
    }

    @Test
    void the_shares_of_all_targets_make_the_whole() {
        FuzzPlan plan = FuzzPlan.of(SEED, 10_000_000);

        assertThat(plan.total()).isEqualTo(10_000_000);
        assertThat(plan.inputs().values()).allMatch(inputs -> inputs >= 10_000);
    }

    @Test
    void the_command_reports_what_became_of_the_inputs() {
        CliFixture.Ran ran = prove("--target", "rest", "--inputs", "200", "--json");

        JsonNode json = ran.json();
        assertThat(ran.code()).isZero();
        assertThat(json.path("inputs").asInt()).isEqualTo(200);
        assertThat(json.path("findings")).isEmpty();
        JsonNode target = json.path("targets").path(0);
        assertThat(target.path("target").asText()).isEqualTo("rest");
        assertThat(target.path("refusals").path(0).asText()).isEqualTo("InvalidValueException");
        assertThat(target.path("accepted").asInt()).isPositive();
        assertThat(target.path("refused").asInt()).isPositive();
    }

    @Test
    void one_input_is_replayed() {
        CliFixture.Ran ran = prove("--target", "order-file", "--seed", "3", "--input", "2");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("order-file", "every input was accepted or refused");
    }

    @Test
    void a_target_that_does_not_exist_and_an_input_without_target_are_refused() {
        assertThat(prove("--target", "none").err()).contains("target: none", "market-stream");
        assertThat(prove("--input", "2").err()).contains("input: 2", "--target");
    }

    private CliFixture.Ran prove(String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "prove";
        words[1] = "fuzz";
        System.arraycopy(options, 0, words, 2, options.length);
        words[options.length + 2] = "--report";
        words[options.length + 3] = temp.resolve("report.json").toString();
        return new CliFixture(temp.resolve("folder")).run(words);
    }

    private static void requireSound(FuzzTargets target, long inputs) throws InterruptedException {
        FuzzRun.Result result =
                new FuzzRun(Threads.named("fuzz-"), 1, System::nanoTime)
                        .run(FuzzPlan.of(SEED, inputs, target), _ -> {});

        assertThat(result.findings())
                .as(() ->
                        result.findings().stream()
                                .map(finding -> finding + " " + finding.replayCommand())
                                .toList()
                                .toString())
                .isEmpty();
        assertThat(result.inputs()).isEqualTo(inputs);
        assertThat(result.counts().getOrDefault(target, NOTHING).accepted()).isPositive();
        assertThat(result.counts().getOrDefault(target, NOTHING).refused()).isPositive();
    }

    private static final TargetCounts NOTHING =
            new TargetCounts(0, 0, 0, Duration.ZERO, Duration.ZERO);
}
