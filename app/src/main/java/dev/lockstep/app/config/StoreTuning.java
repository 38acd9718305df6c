package dev.lockstep.app.config;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteConfig.Synchronous;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * How the database is used.
 *
 * @param lockDeadline how long a call waits for it in all
 * @param busyTimeout how long SQLite itself waits in one go
 * @param synchronous what a commit waits for
 * @param readers how many reads run at once
 * @param maxQueuedWrites how many writes may wait in one process
 */
public record StoreTuning(
        Duration lockDeadline,
        Duration busyTimeout,
        Synchronous synchronous,
        int readers,
        int maxQueuedWrites) {
    /** Whoever gives up that intents survive a power cut says so in words. */
    static final String NORMAL_WORDS = "normal, a power cut may lose orders";

    /** What is used where nobody says otherwise. */
    public static StoreTuning usual() {
        SqliteConfig usual = SqliteConfig.at(Path.of("unnamed"));
        return new StoreTuning(
                usual.lockDeadline(),
                usual.busyTimeout(),
                usual.synchronous(),
                usual.readers(),
                usual.maxQueuedWrites());
    }

    /** The same for a file. */
    public SqliteConfig at(Path file) {
        return new SqliteConfig(
                file, synchronous, busyTimeout, lockDeadline, maxQueuedWrites, readers);
    }

    static Synchronous synchronous(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "full" -> Synchronous.FULL;
            case NORMAL_WORDS -> Synchronous.NORMAL;
            default ->
                    throw new InvalidValueException(
                            "synchronous", text, "full, or the words \"" + NORMAL_WORDS + "\"");
        };
    }

    static String words(Synchronous guarantee) {
        return switch (guarantee) {
            case FULL -> "full";
            case NORMAL -> NORMAL_WORDS;
        };
    }
}
