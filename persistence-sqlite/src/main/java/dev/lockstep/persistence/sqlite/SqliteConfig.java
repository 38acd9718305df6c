package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.value.InvalidValueException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Location and settings of the database.
 *
 * @param file the database file; created if absent, but its folder must exist
 * @param synchronous the durability of a commit
 * @param busyTimeout how long SQLite waits for a lock before it returns, 1 ms to 1 s; short,
 *     because that wait cannot be interrupted
 * @param lockDeadline the total wait of a call, 100 ms to 10 min: queue, lock and all retries
 * @param maxQueuedWrites the maximum number of queued writes in this process, 1 to 100,000
 * @param readers the maximum number of concurrent reads, 1 to 64
 * @param nativeFolders candidate folders for unpacking SQLite's native library, tried in order;
 *     empty for the system's temporary folder
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

    /** Creates settings that leave the native library's location to the driver. */
    public SqliteConfig(
            Path file,
            Synchronous synchronous,
            Duration busyTimeout,
            Duration lockDeadline,
            int maxQueuedWrites,
            int readers) {
        this(file, synchronous, busyTimeout, lockDeadline, maxQueuedWrites, readers, List.of());
    }

    /** Returns the default settings: durable commits, at most 30 s wait for a lock. */
    public static SqliteConfig at(Path file) {
        return new SqliteConfig(
                file, Synchronous.FULL, BUSY_TIMEOUT, LOCK_DEADLINE, MAX_QUEUED_WRITES, READERS);
    }

    /** Returns a copy with another durability. */
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

    /** Returns a copy with another lock deadline. */
    public SqliteConfig withLockDeadline(Duration deadline) {
        return new SqliteConfig(
                file, synchronous, busyTimeout, deadline, maxQueuedWrites, readers, nativeFolders);
    }

    /** Returns a copy with another limit of queued writes. */
    public SqliteConfig withMaxQueuedWrites(int writes) {
        return new SqliteConfig(
                file, synchronous, busyTimeout, lockDeadline, writes, readers, nativeFolders);
    }

    /** Returns a copy with other folders for SQLite's native library. */
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

    /** The durability of a commit. */
    public enum Synchronous {
        /** A commit waits for the disk; it survives a power failure. */
        FULL,
        /**
         * A commit waits for the operating system; it survives a crash of the process, but not a
         * power failure.
         */
        NORMAL
    }
}
