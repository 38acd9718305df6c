package dev.lockstep.persistence.sqlite.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Other processes that read the database, determined from SQLite's reader locks on the WAL index,
 * as far as the operating system shows them.
 */
final class OldReaders {
    private static final Path LOCKS = Path.of("/proc/locks");

    /** Fields: number, kind, mode, access, process, device and inode, first byte. */
    private static final Pattern LOCK =
            Pattern.compile("\\d+: POSIX +\\S+ +READ +(\\d+) +\\w+:\\w+:(\\d+) +(\\d+) .*");

    private static final long FIRST_READER = 123;
    private static final long LAST_READER = 127;
    private static final int MAX_NAMED = 3;

    private OldReaders() {}

    /** Returns the processes as text, such as {@code process 4711 (sqlite3)}; empty if unknown. */
    static String of(Path database) {
        Path index = database.resolveSibling(database.getFileName() + "-shm");
        try (Stream<String> locks = Files.lines(LOCKS)) {
            String inode = String.valueOf(Files.getAttribute(index, "unix:ino"));
            List<Long> processes =
                    locks.map(LOCK::matcher)
                            .filter(Matcher::matches)
                            .filter(lock -> lock.group(2).equals(inode) && reads(lock.group(3)))
                            .map(lock -> Long.valueOf(lock.group(1)))
                            .filter(Predicate.not(OldReaders::own))
                            .distinct()
                            .limit(MAX_NAMED)
                            .toList();
            return String.join(" and ", processes.stream().map(OldReaders::named).toList());
        } catch (IOException | UnsupportedOperationException unreadable) {
            return "";
        }
    }

    private static boolean reads(String firstByte) {
        long at = Long.parseLong(firstByte);
        return at >= FIRST_READER && at <= LAST_READER;
    }

    private static boolean own(long process) {
        return process == ProcessHandle.current().pid();
    }

    private static String named(long process) {
        Optional<String> program =
                ProcessHandle.of(process)
                        .flatMap(handle -> handle.info().command())
                        .map(command -> String.valueOf(Path.of(command).getFileName()));
        return "process " + process + program.map(name -> " (" + name + ")").orElse("");
    }
}
