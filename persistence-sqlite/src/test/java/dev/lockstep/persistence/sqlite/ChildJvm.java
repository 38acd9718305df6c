package dev.lockstep.persistence.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a separate process, which can run with fewer permissions or a smaller disk. */
final class ChildJvm implements AutoCloseable {
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    private ChildJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a program; {@code before} precedes the JVM's command line. */
    static ChildJvm start(List<String> before, Class<?> program, Path folder, String... arguments)
            throws IOException {
        Path output = Files.createTempFile(folder, "child-", ".log");
        List<String> command = new ArrayList<>(before);
        command.addAll(jvm(program));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new ChildJvm(process, output);
    }

    /** Returns the command line that starts a program. */
    static List<String> jvm(Class<?> program) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-cp",
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName());
    }

    /** Returns whether a command can be run on this system. */
    static boolean works(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** Waits for the end and returns the output; fails if the exit value is not zero. */
    String output() throws IOException, InterruptedException {
        if (!process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + Files.readString(output));
        }
        String printed = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new AssertionError("ended with " + process.exitValue() + ": " + printed);
        }
        return printed;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
