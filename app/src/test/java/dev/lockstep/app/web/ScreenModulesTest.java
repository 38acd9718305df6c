package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unit tests of the screen's modules, src/test/js, by Node's own test runner. */
@Tag("slow")
class ScreenModulesTest {
    private static final Path TESTS = Path.of("src/test/js");

    /** The first Node 18 with {@code URLSearchParams.size}, which the modules use. */
    private static final Version OLDEST = Version.parse("18.16");

    private static final long TIMEOUT_SECONDS = 300;

    @Test
    void the_modules_of_the_screen_pass_their_tests(@TempDir Path folder) throws Exception {
        assumeTrue(installed(), "skipped: node is not installed");
        Version version = Version.parse(run(folder, "--version").output().strip().substring(1));
        assumeTrue(
                version.compareTo(OLDEST) >= 0,
                () -> "skipped: needs Node " + OLDEST + " or newer, this is " + version);

        Run run = run(folder, "--test", "--test-reporter=spec");

        assertThat(run.exitCode()).as(() -> failures(run.output())).isZero();
        assertThat(run.output()).as("without a test node passes too").containsPattern("pass [1-9]");
    }

    private static boolean installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "node")));
    }

    /** Returns the last part of the report, which repeats the failed tests. */
    private static String failures(String report) {
        int from = report.indexOf("failing tests:");
        return from < 0 ? report : report.substring(from);
    }

    private static Run run(Path folder, String... options)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process node =
                new ProcessBuilder(Stream.concat(Stream.of("node"), Stream.of(options)).toList())
                        .directory(TESTS.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = node.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        int exitCode = node.destroyForcibly().waitFor();
        String report = Files.readString(output);
        assertThat(ended)
                .as("%s ended within %s s: %s", List.of(options), TIMEOUT_SECONDS, report)
                .isTrue();
        return new Run(exitCode, report);
    }

    private record Run(int exitCode, String output) {}
}
