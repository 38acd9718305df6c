package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What holds for every command. */
class CommandTreeTest {
    /** They have commands below them and do something themselves. */
    private static final Set<String> CALLED_BY_ITSELF = Set.of("simulator", "incidents", "prove");

    /** They change something at the broker. */
    private static final Set<String> CHANGING =
            Set.of(
                    "lockstep order submit",
                    "lockstep order cancel",
                    "lockstep order replace",
                    "lockstep order adopt",
                    "lockstep cancel-all",
                    "lockstep close",
                    "lockstep halt");

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_can_answer_in_json(String name, CommandLine command) {
        assertThat(command.getCommandSpec().optionsMap()).as(name).containsKey("--json");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_says_what_it_is_for(String name, CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description())
                .as(name)
                .isNotEmpty()
                .allMatch(text -> text.endsWith("."));
        assertThat(command.getCommandSpec().options())
                .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
    }

    @Test
    void whatever_changes_something_at_the_broker_has_a_dry_run() {
        List<String> dry =
                commands()
                        .filter(pair ->
                                ((CommandLine) pair[1])
                                        .getCommandSpec()
                                        .optionsMap()
                                        .containsKey("--dry-run"))
                        .map(pair -> (String) pair[0])
                        .toList();
        assertThat(dry).containsAll(CHANGING);
    }

    /** All that a user can call, by their full names. */
    static Stream<Object[]> commands() {
        CommandLine root = new CliFixture(Path.of(".")).commandLine(List.of());
        return below(root).map(line -> new Object[] {line.getCommandSpec().qualifiedName(), line});
    }

    private static Stream<CommandLine> below(CommandLine line) {
        if (line.getCommandSpec().usageMessage().hidden()) {
            return Stream.of();
        }
        return line.getSubcommands().isEmpty()
                ? Stream.of(line)
                : Stream.concat(
                        CALLED_BY_ITSELF.contains(line.getCommandName())
                                ? Stream.of(line)
                                : Stream.of(),
                        line.getSubcommands().values().stream()
                                .distinct()
                                .flatMap(CommandTreeTest::below));
    }
}
