package dev.lockstep.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Options that do not fit are refused before anything is measured. */
class BenchmarkOptionsTest {
    @TempDir private Path folder;

    @Test
    void a_chart_is_refused_without_the_part_that_draws_it() {
        Path chart = folder.resolve("chart.svg");

        assertThat(refusal("RETRY", "--chart", chart.toString()))
                .isEqualTo("--chart: " + chart + " (expected: only with the part growth)");
        assertThat(chart).doesNotExist();
    }

    @Test
    void a_chart_in_a_folder_that_does_not_exist_is_refused() {
        Path chart = folder.resolve("absent").resolve("chart.svg");

        assertThat(refusal("GROWTH", "--chart", chart.toString()))
                .isEqualTo("--chart: " + chart + " (expected: a file in an existing folder)");
    }

    @Test
    void a_line_needs_two_sizes() {
        assertThat(refusal("GROWTH", "--many", "1000"))
                .isEqualTo("--many: 1000 (expected: > 1000 for growth)");
    }

    @Test
    void the_folder_of_a_part_is_deleted_with_its_content() throws Exception {
        Path path;
        try (ScratchFolder scratch = ScratchFolder.in(folder)) {
            path = scratch.path();
            Files.writeString(Files.createDirectory(path.resolve("child")).resolve("file"), "text");
        }

        assertThat(path).hasParentRaw(folder).doesNotExist();
    }

    private static String refusal(String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(printed, true, StandardCharsets.UTF_8);

        assertThat(new CommandLine(new Benchmarks(errors)).execute(args))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        return printed.toString(StandardCharsets.UTF_8).strip();
    }
}
