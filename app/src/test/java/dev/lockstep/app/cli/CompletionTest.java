package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Each shell gets a script that completes what the commands are made of, and nothing hidden. */
class CompletionTest {
    @TempDir private Path folder;

    @Test
    void bash_accepts_its_script() throws Exception {
        assertThat(said(List.of("bash", "-n", written("bash").toString()))).isEmpty();
    }

    @Test
    void fish_completes_a_command_below_another_past_options_with_values() throws Exception {
        assertThat(completedByFish("lockstep --data x order su")).startsWith("submit\t");
    }

    @Test
    void fish_completes_the_options_of_the_named_command_only() throws Exception {
        assertThat(completedByFish("lockstep order submit --sym")).startsWith("--symbol\t");
        assertThat(completedByFish("lockstep positions --sym")).isEmpty();
    }

    @Test
    void fish_and_powershell_know_every_visible_command_and_no_hidden_one() {
        for (String shell : List.of("fish", "powershell")) {
            assertThat(script(shell))
                    .contains("'order submit'", "'risk set'", "'simulator faults'", "symbol")
                    .doesNotContain("demo-syncer", "start-training");
        }
    }

    @Test
    void a_quote_in_a_text_ends_no_word_of_powershell() {
        assertThat(script("powershell").lines().filter(line -> line.contains(", @(")))
                .isNotEmpty()
                .allMatch(line -> line.chars().filter(sign -> sign == '\'').count() % 2 == 0);
    }

    private String completedByFish(String line) throws Exception {
        assumeThat(installed("fish")).as("fish is installed").isTrue();
        String call = "source " + written("fish") + "; complete -C '" + line + "'";
        return said(List.of("fish", "--no-config", "-c", call));
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private Path written(String shell) throws IOException {
        return Files.writeString(folder.resolve("script." + shell), script(shell));
    }

    private String script(String shell) {
        CommandLine line = new CliFixture(folder).commandLine(List.of("completion", shell));
        StringWriter script = new StringWriter();
        line.setOut(new PrintWriter(script, true));
        assertThat(line.execute("completion", shell)).isZero();
        return script.toString();
    }

    private static String said(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
