package dev.lockstep.app.cli.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.exit.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell's loop, from prepared lines and at a scripted terminal. */
class CommandLoopTest {
    @TempDir private Path folder;

    private final FakeRunner runner = new FakeRunner();
    private final StringWriter err = new StringWriter();

    @Test
    void lines_are_split_as_in_a_shell_and_comments_and_the_programs_name_are_dropped()
            throws IOException {
        ExitCode _ =
                run(
                        Map.of(),
                        "# a comment",
                        "",
                        "./lockstep risk set  max-order-qty 5 --reason 'first week'",
                        "lockstep order list",
                        "help order");

        assertThat(runner.calls())
                .containsExactly(
                        List.of("risk", "set", "max-order-qty", "5", "--reason", "first week"),
                        List.of("order", "list"),
                        List.of("order", "--help"));
    }

    @Test
    void an_empty_word_is_a_value_and_not_dropped() throws IOException {
        ExitCode _ =
                run(
                        Map.of("--data", "/one"),
                        "close KO --strategy \"\"",
                        "close KO --strategy '' --qty 3 ",
                        "say 'a \"\" b'");

        assertThat(runner.calls())
                .containsExactly(
                        List.of("close", "KO", "--strategy", "", "--data=/one"),
                        List.of("close", "KO", "--strategy", "", "--qty", "3", "--data=/one"),
                        List.of("say", "a \"\" b", "--data=/one"));
    }

    @Test
    void each_command_takes_the_flags_of_the_shell() throws IOException {
        Deque<String> lines = new ArrayDeque<>(List.of("status", "status --json"));

        ExitCode _ = loop(Map.of(), List.of("--json")).run(() -> Optional.ofNullable(lines.poll()));

        assertThat(runner.calls())
                .containsExactly(List.of("status", "--json"), List.of("status", "--json"));
    }

    @Test
    void each_command_takes_the_options_of_the_shell_that_it_does_not_have() throws IOException {
        ExitCode _ =
                run(
                        Map.of("--data", "/one"),
                        "order list",
                        "order list --data /two",
                        "sync --data=x");

        assertThat(runner.calls())
                .containsExactly(
                        List.of("order", "list", "--data=/one"),
                        List.of("order", "list", "--data", "/two"),
                        List.of("sync", "--data=x"));
    }

    @Test
    void a_failure_leaves_the_shell_running_and_decides_how_it_ends() throws IOException {
        ExitCode end = run(Map.of(), "fail", "say 'open", "shell", "after", "exit", "never");

        assertThat(end).isEqualTo(ExitCode.STORE);
        assertThat(runner.calls()).containsExactly(List.of("fail"), List.of("after"));
        assertThat(err.toString()).contains("quotation mark", "this is the shell already");
    }

    @Test
    void ctrl_c_ends_the_command_and_not_the_shell_and_history_is_private() throws Exception {
        Path history = folder.resolve("history");
        PipedOutputStream keys = new PipedOutputStream();
        PipedInputStream typed = new PipedInputStream(keys);
        try (Terminal terminal =
                TerminalBuilder.builder()
                        .system(false)
                        .type("ansi")
                        .streams(typed, OutputStream.nullOutputStream())
                        .build()) {
            TerminalLines lines =
                    new TerminalLines(terminal, (_, _, _) -> {}, history, "lockstep> ");
            CompletableFuture<ExitCode> end =
                    CompletableFuture.supplyAsync(() -> atTerminal(terminal, lines));
            type(keys, "wait\n");
            runner.awaitWaiting();
            terminal.raise(Terminal.Signal.INT);
            type(keys, "simulator --secret hush\n after the space\nlast\nexit\n");
            assertThat(end.get()).isEqualTo(ExitCode.NO);
        }

        assertThat(runner.calls())
                .containsExactly(
                        List.of("wait"),
                        List.of("simulator", "--secret", "hush"),
                        List.of("after", "the", "space"),
                        List.of("last"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        assertThat(history)
                .content()
                .contains("wait", "last")
                .doesNotContain("hush", "after the space");
    }

    private ExitCode atTerminal(Terminal terminal, TerminalLines lines) {
        try {
            Thread commands = Thread.currentThread();
            Terminal.SignalHandler _ =
                    terminal.handle(Terminal.Signal.INT, _ -> commands.interrupt());
            return loop(Map.of()).run(lines);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void type(PipedOutputStream keys, String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private ExitCode run(Map<String, String> options, String... lines) throws IOException {
        Deque<String> left = new ArrayDeque<>(List.of(lines));
        return loop(options).run(() -> Optional.ofNullable(left.poll()));
    }

    private CommandLoop loop(Map<String, String> options) {
        return loop(options, List.of());
    }

    private CommandLoop loop(Map<String, String> options, List<String> flags) {
        PrintWriter notes = new PrintWriter(err, true);
        return new CommandLoop(
                runner, new CliFixture(folder).processEnvironment(), options, flags, notes, notes);
    }
}
