package dev.lockstep.screen;

import dev.lockstep.app.Main;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.contracts.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@code lockstep run} on a folder of its own, as a process. */
final class ServedLockstep implements AutoCloseable {
    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Pattern SCREEN = Pattern.compile("screen on (http://\\S+)");

    private final Path out;
    private final Process process;

    ServedLockstep(Path folder) throws IOException {
        this(folder, Map.of());
    }

    /** One that has more in its environment. */
    ServedLockstep(Path folder, Map<String, String> environment) throws IOException {
        out = folder.resolve("run.out");
        JvmProgram program = JvmProgram.running(System.getProperties(), Main.class.getName());
        ProcessBuilder builder =
                program.process(
                        List.of("run", "--port", "0", "--data", folder.resolve("data").toString()));
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        Eventually.within(BOUND, "it runs", () -> said().contains("stream: connection"));
    }

    /** Where the screen is. */
    String address() {
        Matcher screen = SCREEN.matcher(said());
        if (!screen.find()) {
            throw new AssertionError("no screen: " + said());
        }
        return screen.group(1);
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private String said() {
        try {
            return Files.readString(out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
