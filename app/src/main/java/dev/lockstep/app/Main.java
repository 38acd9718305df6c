package dev.lockstep.app;

import dev.lockstep.app.cli.Lockstep;
import dev.lockstep.app.config.JvmProgram;
import dev.lockstep.app.config.Surroundings;
import java.io.Console;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** The program: hands the real surroundings to the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Surroundings surroundings =
                new Surroundings(
                        System.getenv(),
                        Path.of(System.getProperty("user.home")),
                        System.in,
                        Optional.ofNullable(System.console())
                                .map(Console::isTerminal)
                                .orElse(false),
                        InstantSource.system(),
                        new SecureRandom(),
                        Thread::sleep,
                        JvmProgram.running(System.getProperties(), Main.class.getName()));
        System.exit(Lockstep.commandLine(surroundings).execute(args));
    }
}
