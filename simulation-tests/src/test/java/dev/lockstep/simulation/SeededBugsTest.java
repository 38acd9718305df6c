package dev.lockstep.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The patches of the seeded bugs fit the sources, and docs/seeded-bugs.md lists them. */
class SeededBugsTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void every_patch_applies_to_the_sources() throws IOException, InterruptedException {
        assumeTrue(git("--version").isEmpty(), "git is missing");
        for (Path patch : patches()) {
            assertThat(git("apply", "--check", patch.toString())).as(patch.toString()).isEmpty();
        }
    }

    @Test
    void the_page_lists_every_patch() throws IOException {
        String page = Files.readString(PROJECT.resolve("docs/seeded-bugs.md"));

        assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        patches().stream()
                                .map(patch -> String.valueOf(patch.getFileName()))
                                .map(name -> name.replace(".patch", ""))
                                .toList());
    }

    @Test
    void each_mistake_is_said_in_a_sentence() throws IOException {
        for (Path patch : patches()) {
            String text = Files.readString(patch).split("\nCaught by: ", -1)[0];
            assertThat(text).as(patch.toString()).matches("(?s)[A-Z][^|]+\\.");
        }
    }

    private static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("simulation-tests/bugs"))) {
            return files.filter(file -> file.toString().endsWith(".patch")).sorted().toList();
        }
    }

    /** Returns why git failed; empty if it did not. */
    private static String git(String... arguments) throws IOException, InterruptedException {
        Process git;
        try {
            git =
                    new ProcessBuilder(
                                    Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                            .directory(PROJECT.toFile())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException missing) {
            return String.valueOf(missing.getMessage());
        }
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? "" : output.isBlank() ? "it failed" : output;
    }
}
