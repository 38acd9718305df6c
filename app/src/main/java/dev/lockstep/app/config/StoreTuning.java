package dev.lockstep.app.config;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.StorePassword;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteConfig.Synchronous;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings of the database.
 *
 * @param lockDeadline the total wait of a call
 * @param busyTimeout the wait of SQLite itself
 * @param synchronous the durability of a commit
 * @param readers the maximum number of concurrent reads
 * @param maxQueuedWrites the maximum number of queued writes in one process
 * @param server the server that keeps the orders, empty for the file in the data folder
 */
public record StoreTuning(
        Duration lockDeadline,
        Duration busyTimeout,
        Synchronous synchronous,
        int readers,
        int maxQueuedWrites,
        Optional<Server> server) {
    /** The confirmation that intents need not survive a power cut. */
    static final String NORMAL_WORDS = "normal, a power cut may lose orders";

    /** Returns the defaults. */
    public static StoreTuning defaults() {
        SqliteConfig defaults = SqliteConfig.at(Path.of("unnamed"));
        return new StoreTuning(
                defaults.lockDeadline(),
                defaults.busyTimeout(),
                defaults.synchronous(),
                defaults.readers(),
                defaults.maxQueuedWrites(),
                Optional.empty());
    }

    /** Returns the same for the file in the data folder. */
    StoreTuning inFolder() {
        return new StoreTuning(
                lockDeadline, busyTimeout, synchronous, readers, maxQueuedWrites, Optional.empty());
    }

    /** Returns the same for a file. */
    public SqliteConfig at(Path file) {
        return new SqliteConfig(
                file, synchronous, busyTimeout, lockDeadline, maxQueuedWrites, readers);
    }

    /** Returns the same for a server. */
    public PostgresConfig at(Server place) {
        return new PostgresConfig(
                place.address(), place.password(), lockDeadline, maxQueuedWrites, readers);
    }

    static Synchronous synchronous(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "full" -> Synchronous.FULL;
            case NORMAL_WORDS -> Synchronous.NORMAL;
            default ->
                    throw new InvalidValueException(
                            "synchronous", text, "full, or \"" + NORMAL_WORDS + "\"");
        };
    }

    static String words(Synchronous guarantee) {
        return switch (guarantee) {
            case FULL -> "full";
            case NORMAL -> NORMAL_WORDS;
        };
    }

    /**
     * The server that keeps the orders.
     *
     * @param address where the database is
     * @param password the password of its user
     */
    public record Server(PostgresAddress address, StorePassword password) {}
}
