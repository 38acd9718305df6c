package dev.lockstep.app.prove.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what processes use from the files of Linux below {@code /proc}. */
final class ProcFiles {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)$");
    private static final long BYTES_PER_KILOBYTE = 1_024;

    private final Path root;

    /**
     * Reads below a folder.
     *
     * @param root usually {@code /proc}
     */
    ProcFiles(Path root) {
        this.root = root;
    }

    /** Returns whether this system has them. */
    boolean available() {
        return Files.isReadable(root.resolve("self").resolve("status"));
    }

    /** Returns what a process uses, empty if it has ended. */
    Optional<ProcessSample> sample(int number, long pid) {
        Path process = root.resolve(String.valueOf(pid));
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            String status = Files.readString(process.resolve("status"));
            Matcher resident = RESIDENT.matcher(status);
            Matcher threads = THREADS.matcher(status);
            return resident.find() && threads.find()
                    ? Optional.of(
                            new ProcessSample(
                                    number,
                                    Long.parseLong(resident.group(1)) * BYTES_PER_KILOBYTE,
                                    Integer.parseInt(threads.group(1)),
                                    (int) open.count()))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
