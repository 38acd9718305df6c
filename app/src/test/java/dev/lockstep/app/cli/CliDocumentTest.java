package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.config.Flags;
import dev.lockstep.app.config.KnownSettings;
import dev.lockstep.app.config.Setting;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.ShownSetting;
import dev.lockstep.app.config.TradingSettings;
import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/cli.md says what the program does. */
class CliDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "cli.md");
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir private Path temp;

    @Test
    void it_has_every_command_and_no_other() throws IOException {
        assertThat(table("Commands").map(row -> code(row.getFirst())))
                .containsExactlyInAnyOrderElementsOf(
                        CommandTreeTest.commands()
                                .map(pair -> ((String) pair[0]).substring("lockstep ".length()))
                                .toList());
    }

    @Test
    void it_has_the_json_of_every_command() throws IOException {
        assertThat(table("JSON").flatMap(row -> Stream.of(code(row.getFirst()).split(", "))))
                .containsExactlyInAnyOrderElementsOf(
                        CommandTreeTest.commands()
                                .map(pair -> ((String) pair[0]).substring("lockstep ".length()))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_understood(String command, String example) {
        String[] words =
                WORDS.matcher(example)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .skip(1)
                        .toArray(String[]::new);
        assertThat(example).startsWith("lockstep " + command);
        new CliFixture(temp).commandLine(List.of()).parseArgs(words);
    }

    @Test
    void it_has_every_exit_code_with_its_meaning() throws IOException {
        assertThat(table("Exit codes"))
                .containsExactlyElementsOf(
                        Arrays.stream(ExitCode.values())
                                .map(code -> List.of(String.valueOf(code.number()), code.meaning()))
                                .toList());
    }

    @Test
    void it_has_every_setting_with_its_defaults() throws IOException {
        List<List<String>> rows = table("Settings").toList();
        assertThat(rows.stream().map(row -> code(row.getFirst())))
                .containsExactlyInAnyOrderElementsOf(
                        KnownSettings.all().stream().map(Setting::word).toList());
        for (List<String> row : rows) {
            String name = code(row.getFirst());
            List<String> defaults =
                    Arrays.stream(row.get(1).split("/")).map(CliDocumentTest::code).toList();
            if (row.get(1).startsWith("`")) {
                assertThat(effective(name, Map.of())).as(name).isEqualTo(defaults.getFirst());
                Map<Setting<?>, String> paper = Map.of(TradingSettings.MODE, "paper");
                assertThat(name.equals("mode") ? "sim" : effective(name, paper))
                        .as(name)
                        .isEqualTo(defaults.getLast());
            } else if (!name.equals("base-url")) {
                assertThat(effective(name, Map.of())).as(name).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lockstep.app.config.KnownSettings#all")
    void it_has_the_bounds_of_every_setting(Setting<?> setting) throws IOException {
        assertThat(table("Settings").filter(row -> code(row.getFirst()).equals(setting.word())))
                .singleElement()
                .satisfies(row -> assertThat(row.get(2)).contains(setting.bounds()));
    }

    static Stream<Object[]> examples() throws IOException {
        return table("Commands").map(row -> new Object[] {code(row.getFirst()), code(row.get(2))});
    }

    private String effective(String name, Map<Setting<?>, String> flags) {
        return Settings.shown(
                        new Flags(temp, flags),
                        Map.of(ApiKeys.KEY_ID, "id", ApiKeys.SECRET, "hush"),
                        temp)
                .settings()
                .stream()
                .filter(setting -> setting.name().equals(name))
                .map(ShownSetting::value)
                .findFirst()
                .orElseThrow();
    }

    /** The rows of the first table below a heading. */
    private static Stream<List<String>> table(String heading) throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("## " + heading))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line ->
                        Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                                .map(String::strip)
                                .toList());
    }

    private static String code(String cell) {
        return cell.replace("`", "").strip();
    }
}
