package dev.lockstep.app.cli.interactive;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.exit.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs command after command in one process, at a terminal or from standard input. */
@Command(
        name = "shell",
        description =
                "Run many commands in one warm process, with completion (Tab) and history. Ctrl-C"
                        + " ends a command, Ctrl-D or exit the shell.")
public final class ShellCommand implements Callable<Integer> {
    private final CommandContext context;
    private final CommandRunner runner;

    @Mixin private Output output = new Output();

    public ShellCommand(CommandContext context, CommandRunner runner) {
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Integer call() throws IOException {
        return context.processEnvironment().prompter().isPresent()
                ? atTerminal().number()
                : fromInput().number();
    }

    private ExitCode fromInput() throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                context.processEnvironment().in(), StandardCharsets.UTF_8));
        return new CommandLoop(
                        runner,
                        context.processEnvironment().inShell(Optional.empty()),
                        context.options(),
                        output.flags(),
                        output.writer(),
                        output.notes())
                .run(() -> Optional.ofNullable(lines.readLine()));
    }

    private ExitCode atTerminal() throws IOException {
        String prompt = "lockstep " + context.bookSettings().mode().word() + "> ";
        try (Terminal terminal = TerminalBuilder.builder().name("lockstep").build()) {
            TerminalLines lines =
                    new TerminalLines(
                            terminal,
                            new CommandCompleter(
                                    runner.tree(context.processEnvironment()),
                                    new StoredSuggestions(context)),
                            context.folder().made().history(),
                            prompt);
            ProcessEnvironment environment =
                    context.processEnvironment().inShell(Optional.of(lines));
            CommandLoop loop =
                    new CommandLoop(
                            runner,
                            environment,
                            context.options(),
                            output.flags(),
                            terminal.writer(),
                            terminal.writer());
            Thread commands = Thread.currentThread();
            terminal.handle(Terminal.Signal.INT, _ -> commands.interrupt());
            ExitCode _ = loop.run(lines);
            return ExitCode.OK;
        }
    }
}
