package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A call makes only the branch that it names, and that branch is as it is in the whole tree. */
class OneBranchTest {
    private static final CommandLine WHOLE = line(List.of());

    @ParameterizedTest
    @MethodSource("commands")
    void a_branch_made_alone_has_the_same_help(List<String> words) {
        assertThat(help(line(words), words)).isEqualTo(help(WHOLE, words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order list", "risk set", "positions", "run"})
    void a_call_makes_no_other_command(String call) {
        List<String> words = List.of(call.split(" ", -1));
        CommandLine line = line(words);
        for (String word : words) {
            assertThat(line.getSubcommands()).containsOnlyKeys(word);
            line = below(line, word);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "nonsense", "--data order", "completion"})
    void what_names_no_command_first_makes_all(String call) {
        assertThat(line(List.of(call.split(" ", -1))).getSubcommands())
                .containsOnlyKeys(WHOLE.getSubcommands().keySet());
    }

    static Stream<List<String>> commands() {
        return below(WHOLE)
                .map(line -> List.of(line.getCommandSpec().qualifiedName().split(" ", -1)))
                .map(words -> words.subList(1, words.size()));
    }

    private static Stream<CommandLine> below(CommandLine line) {
        return line.getSubcommands().values().stream()
                .flatMap(below -> Stream.concat(Stream.of(below), below(below)));
    }

    private static String help(CommandLine line, List<String> words) {
        CommandLine found = line;
        for (String word : words) {
            found = below(found, word);
        }
        return found.getUsageMessage();
    }

    private static CommandLine below(CommandLine line, String word) {
        return Objects.requireNonNull(line.getSubcommands().get(word), word);
    }

    private static CommandLine line(List<String> call) {
        return new CliFixture(Path.of(".")).commandLine(call);
    }
}
