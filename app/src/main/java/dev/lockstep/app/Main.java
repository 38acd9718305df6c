package dev.lockstep.app;

import dev.lockstep.app.cli.Lockstep;
import dev.lockstep.app.cli.shell.HelpWord;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.config.value.Prompter;
import dev.lockstep.app.config.value.Release;
import dev.lockstep.app.wiring.GuicePlatformFactory;
import dev.lockstep.domain.port.PlatformClock;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** The program: hands the real environment to the command line. */
public final class Main {
    private static final List<String> VERSION = List.of("--version", "-V");

    private Main() {}

    public static void main(String[] arguments) {
        String[] args = HelpWord.asOption(arguments);
        // Scripts ask for it often, and nothing of the rest is needed to answer.
        if (args.length == 1 && VERSION.contains(args[0])) {
            System.out.println(Release.text());
            return;
        }
        ProcessEnvironment processEnvironment =
                new ProcessEnvironment(
                        System.getenv(),
                        home(System.getenv()),
                        System.getProperty("user.name", "unknown"),
                        System.in,
                        watched(),
                        PlatformClock.of(InstantSource.system(), System::nanoTime),
                        ZoneId.systemDefault(),
                        new SecureRandom(),
                        Thread::sleep,
                        JvmProgram.running(System.getProperties(), Main.class.getName()),
                        prompter());
        CommandLine line =
                Lockstep.commandLine(
                        processEnvironment,
                        new GuicePlatformFactory(processEnvironment),
                        List.of(args));
        // Straight on System.out, so that a pipe whose reader has gone is noticed.
        line.setOut(new PrintWriter(System.out, true, System.out.charset()));
        System.exit(Lockstep.run(line, args));
    }

    /** {@code $HOME} as every other program has it; Java's own property ignores it. */
    private static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home);
    }

    /** Both ends must be a terminal: a question in a pipe would wait for ever. */
    private static Optional<Prompter> prompter() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(ConsolePrompter::new);
    }

    /**
     * Returns whether both stdout and stderr are terminals. The launcher passes this in, because
     * Java cannot determine it.
     */
    private static boolean watched() {
        String reported = System.getProperty("lockstep.terminal", "");
        return reported.isEmpty()
                ? Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
                : Boolean.parseBoolean(reported);
    }
}
