package dev.lockstep.app.prove.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven is a script here that writes what PIT would. */
class MutationRunTest {
    private static final String ROW =
            "Order.java,dev.lockstep.domain.order.Order,org.pitest.mutators.%sMutator,apply,%d,%s,none";

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir private Path clone = Path.of("");

    @BeforeEach
    void sources() throws IOException {
        for (String name : List.of("order/id", "usecase/close", "usecase/submit")) {
            Files.createDirectories(
                    clone.resolve("domain/src/main/java/dev/lockstep/domain").resolve(name));
        }
        Files.createDirectories(clone.resolve("domain/target/pit-reports"));
    }

    @Test
    void the_packages_are_those_of_the_domain_and_each_use_case() throws IOException {
        assertThat(run("exit 0").packages())
                .containsExactly("order", "usecase.close", "usecase.submit");
    }

    @Test
    void an_unknown_package_is_refused_by_name() {
        assertThatThrownBy(() -> run("exit 0").known(List.of("order", "ordre")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("package: ordre (expected: order, usecase.close, usecase.submit)");
    }

    @Test
    void each_change_is_read_with_what_the_tests_made_of_it() throws Exception {
        List<Mutant> mutants =
                run(writing(
                                ROW.formatted("NegateConditionals", 7, "KILLED"),
                                ROW.formatted("Math", 8, "TIMED_OUT"),
                                ROW.formatted("Math", 9, "SURVIVED"),
                                ROW.formatted("returns.NullReturnVals", 10, "NO_COVERAGE"),
                                ROW.formatted("Math", 11, "MEMORY_ERROR")))
                        .of("order");

        assertThat(mutants)
                .extracting(Mutant::line, Mutant::change, Mutant::end)
                .containsExactly(
                        tuple(7, "NegateConditionals", MutantEnd.KILLED),
                        tuple(8, "Math", MutantEnd.TIMED_OUT),
                        tuple(9, "Math", MutantEnd.SURVIVED),
                        tuple(10, "NullReturnVals", MutantEnd.NO_COVERAGE),
                        tuple(11, "Math", MutantEnd.NOT_RUN));
    }

    @Test
    void the_tests_that_fail_without_a_change_end_the_command_with_their_error() {
        assertThatThrownBy(() -> run("echo '[ERROR] 1 tests did not pass'; exit 1").of("order"))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining("PIT did not change order: [ERROR] 1 tests did not pass");
    }

    @Test
    void an_older_result_does_not_count() throws IOException {
        Files.writeString(clone.resolve("domain/target/pit-reports/mutations.csv"), "old");

        assertThatThrownBy(() -> run("exit 0").of("order"))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining("no reason given");
    }

    @Test
    void the_report_counts_by_package_and_lists_what_was_not_noticed() {
        MutationReport report =
                new MutationReport(
                                Instant.parse("2026-01-05T14:30:00Z"),
                                Duration.ZERO,
                                "0123456789",
                                List.of())
                        .with(
                                List.of(
                                        mutant("order.Order", 7, MutantEnd.KILLED),
                                        mutant("order.Order", 8, MutantEnd.SURVIVED),
                                        mutant("order.Order", 8, MutantEnd.SURVIVED),
                                        mutant("order.Order", 9, MutantEnd.NO_COVERAGE)),
                                Duration.ofSeconds(1))
                        .with(
                                List.of(mutant("risk.Rule", 5, MutantEnd.TIMED_OUT)),
                                Duration.ofSeconds(2));

        assertThat(report.noticedPercent()).isEqualTo(40);
        assertThat(report.page())
                .contains(
                        "5 changes on commit 01234567; the tests noticed 2 of them (40 %).",
                        "| `dev.lockstep.domain.order` | 4 | 1 | 0 | 2 | 1 | 25 % |",
                        "| `dev.lockstep.domain.risk` | 1 | 0 | 1 | 0 | 0 | 100 % |",
                        "| `dev.lockstep.domain.order.Order` | 8 Math | 9 Math |")
                .doesNotContain("risk.Rule");
        assertThat(BodyTree.of(MutationBody.of(report)).toString())
                .contains("\"elapsedMillis\":2000", "\"mutants\":5", "\"noticedPercent\":40")
                .contains("\"line\":9,\"change\":\"Math\",\"end\":\"no_coverage\"");
    }

    private static Mutant mutant(String type, int line, MutantEnd end) {
        return new Mutant("dev.lockstep.domain." + type, "apply", line, "Math", end);
    }

    private static String writing(String... rows) {
        return "printf '%s\\n' '"
                + String.join("' '", rows)
                + "' > domain/target/pit-reports/mutations.csv";
    }

    /** A run whose Maven is this script; what follows it are its arguments. */
    private MutationRun run(String script) {
        return new MutationRun(clone, List.of("sh", "-c", script), JAVA_HOME);
    }
}
