package dev.lockstep.app.prove;

import dev.lockstep.app.config.value.SettingVariables;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a command did.
 *
 * @param code its exit code; {@link #NOT_ENDED} if it was stopped
 * @param output everything it printed
 */
public record Started(int code, String output) {
    /** The code of a command that was stopped. */
    public static final int NOT_ENDED = -1;

    private static final Duration MAX_TIME = Duration.ofMinutes(30);

    /**
     * Runs a command to its end, for 30 minutes at most.
     *
     * @param environment variables that the command gets besides those of this process, of which it
     *     does not get Lockstep's settings
     */
    static Started in(Path folder, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        return in(folder, command, environment, MAX_TIME);
    }

    /** Runs a command to its end, for a time at most. */
    public static Started in(
            Path folder, List<String> command, Map<String, String> environment, Duration longest)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("lockstep-bugs-", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            SettingVariables.removeFrom(builder.environment());
            builder.environment().putAll(environment);
            Process process = started(builder);
            try {
                boolean ended = process.waitFor(longest);
                String text = Files.readString(output, StandardCharsets.UTF_8);
                return new Started(ended ? process.exitValue() : NOT_ENDED, text);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Returns the last line of the output that is not blank, empty if there is none. */
    String lastLine() {
        return output.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
    }

    private static Process started(ProcessBuilder command) {
        try {
            return command.start();
        } catch (IOException missing) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    command.command().getFirst()
                            + " cannot be started; it is needed for this: "
                            + missing.getMessage(),
                    missing);
        }
    }
}
