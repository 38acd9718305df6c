package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.value.InvalidValueException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where the database is and how it is used.
 *
 * @param file the database file; it is made if it does not exist, its folder must
 * @param synchronous what a commit waits for
 * @param busyTimeout how long SQLite itself waits for a lock before it reports back, 1 ms to 1 s;
 *     short, because nothing can interrupt that wait
 * @param lockDeadline how long a call waits for others in all, 100 ms to 10 min: queue, lock and
 *     every retry together
 * @param maxQueuedWrites how many writes may wait in this process, 1 to 100,000
 * @param readers how many reads run at the same time, 1 to 64
 * @param nativeFolders where SQLite's native library may be unpacked, the first that allows it; the
 *     system's temporary folder where there are none
 */
public record SqliteConfig(
        Path file,
        Synchronous synchronous,
        Duration busyTimeout,
        Duration lockDeadline,
        int maxQueuedWrites,
        int readers,
        List<Path> nativeFolders) {
    private static final Duration BUSY_TIMEOUT = Duration.ofMillis(100);
    private static final Duration LOCK_DEADLINE = Duration.ofSeconds(30);
    private static final int MAX_QUEUED_WRITES = 4_096;
    private static final int READERS = 4;

    public SqliteConfig {
        if (file.toString().indexOf('?') >= 0) {
            throw new InvalidValueException("file", file, "a path without a question mark");
        }
        requireWithin("busyTimeout", busyTimeout, Duration.ofMillis(1), Duration.ofSeconds(1));
        requireWithin("lockDeadline", lockDeadline, Duration.ofMillis(100), Duration.ofMinutes(10));
        requireWithin("maxQueuedWrites", maxQueuedWrites, 100_000);
        requireWithin("readers", readers, 64);
        nativeFolders = List.copyOf(nativeFolders);
    }

    /** Settings that leave it to the driver where the native library is unpacked. */
    public SqliteConfig(
            Path file,
            Synchronous synchronous,
            Duration busyTimeout,
            Duration lockDeadline,
            int maxQueuedWrites,
            int readers) {
        this(file, synchronous, busyTimeout, lockDeadline, maxQueuedWrites, readers, List.of());
    }

    /** The usual settings: every commit durable, at most 30 s for a lock. */
    public static SqliteConfig at(Path file) {
        return new SqliteConfig(
                file, Synchronous.FULL, BUSY_TIMEOUT, LOCK_DEADLINE, MAX_QUEUED_WRITES, READERS);
    }

    /** The same with another guarantee. */
    public SqliteConfig withSynchronous(Synchronous guarantee) {
        return new SqliteConfig(
                file,
                guarantee,
                busyTimeout,
                lockDeadline,
                maxQueuedWrites,
                readers,
                nativeFolders);
    }

    /** The same with another deadline. */
    public SqliteConfig withLockDeadline(Duration deadline) {
        return new SqliteConfig(
                file, synchronous, busyTimeout, deadline, maxQueuedWrites, readers, nativeFolders);
    }

    /** The same with another bound on waiting writes. */
    public SqliteConfig withMaxQueuedWrites(int writes) {
        return new SqliteConfig(
                file, synchronous, busyTimeout, lockDeadline, writes, readers, nativeFolders);
    }

    /** The same with folders for SQLite's native library. */
    public SqliteConfig withNativeFolders(List<Path> folders) {
        return new SqliteConfig(
                file, synchronous, busyTimeout, lockDeadline, maxQueuedWrites, readers, folders);
    }

    private static void requireWithin(String field, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new InvalidValueException(field, value, min + " to " + max);
        }
    }

    private static void requireWithin(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw new InvalidValueException(field, value, "1 to " + max);
        }
    }

    /** What a commit waits for. */
    public enum Synchronous {
        /** The disk: what is stored survives a power cut. */
        FULL,
        /** The operating system: what is stored survives a crash of the process, no power cut. */
        NORMAL
    }
}
