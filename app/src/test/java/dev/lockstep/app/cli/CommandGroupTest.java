package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.cli.shell.CommandGroup;
import dev.lockstep.app.cli.shell.HelpWord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands in groups, for a call that names none of them. */
class CommandGroupTest {
    @TempDir private Path home;

    @Test
    void every_visible_command_is_in_one_group() {
        CommandLine root = new CliFixture(home).commandLine(List.of());
        List<String> visible =
                root.getSubcommands().values().stream()
                        .filter(line -> !line.getCommandSpec().usageMessage().hidden())
                        .map(CommandLine::getCommandName)
                        .distinct()
                        .toList();

        assertThat(Arrays.stream(CommandGroup.values()).flatMap(group -> group.commands().stream()))
                .containsExactlyInAnyOrderElementsOf(visible);
    }

    @Test
    void a_call_without_a_command_lists_the_groups_one_on_each_line() {
        CliFixture.Ran ran = new CliFixture(home).runAsIs();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err().lines())
                .startsWith(
                        "lockstep: no command is named; the commands are:",
                        "  start   demo, setup, shell, run, completion")
                .hasSize(CommandGroup.values().length + 2);
    }

    @Test
    void the_word_help_is_the_option() {
        assertThat(HelpWord.asOption("help")).containsExactly("--help");
        assertThat(HelpWord.asOption("help", "order", "submit"))
                .containsExactly("order", "submit", "--help");
        assertThat(HelpWord.asOption("order", "list")).containsExactly("order", "list");
        assertThat(HelpWord.asOption()).isEmpty();
    }
}
