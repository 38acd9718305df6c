package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in the examples of README and manual is one that the program understands. */
class ManualCommandsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern EXAMPLES = Pattern.compile("(?ms)^```(?:sh)?$(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("\\./lockstep ([^#\\n|<>)]*)");
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** What the launcher does itself, and what is before the name of the command. */
    private static final List<String> OF_THE_LAUNCHER = List.of("test", "--yes");

    @TempDir private Path temp;

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_of_the_manual_is_understood(String page, String command) {
        String[] words =
                WORDS.matcher(command.replace(" ID", " 01890a5d-ac96-774b-bcce-b302099a8057"))
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .toArray(String[]::new);

        new CliFixture(temp).commandLine(List.of()).parseArgs(words);
    }

    @Test
    void the_manual_has_commands() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(50);
    }

    static Stream<Object[]> commands() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            List<Path> pages =
                    Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                            .filter(page -> page.toString().endsWith(".md"))
                            .sorted()
                            .toList();
            return pages.stream().flatMap(ManualCommandsTest::commands);
        }
    }

    private static Stream<Object[]> commands(Path page) {
        String text;
        try {
            text = Files.readString(page).replace("\\\n", " ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found(EXAMPLES, text)
                .flatMap(example -> found(COMMAND, example))
                .map(String::strip)
                .filter(command -> !OF_THE_LAUNCHER.contains(command.split(" ", 2)[0]))
                .map(command -> new Object[] {page.getFileName().toString(), command});
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }
}
