package dev.lockstep.persistence.postgres;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * Location and settings of the database.
 *
 * @param address the servers and the database
 * @param password the user's password
 * @param lockDeadline the total wait of a call, 1 s to 10 min: queue, lock and all retries
 * @param maxQueuedWrites the maximum number of queued writes in this process, 1 to 100,000
 * @param readers the maximum number of concurrent reads, 1 to 64
 */
public record PostgresConfig(
        PostgresAddress address,
        StorePassword password,
        Duration lockDeadline,
        int maxQueuedWrites,
        int readers) {
    private static final Duration LOCK_DEADLINE = Duration.ofSeconds(30);
    private static final Duration MIN_LOCK_DEADLINE = Duration.ofSeconds(1);
    private static final Duration MAX_LOCK_DEADLINE = Duration.ofMinutes(10);
    private static final int MAX_QUEUED_WRITES = 4_096;
    private static final int READERS = 4;

    public PostgresConfig {
        if (lockDeadline.compareTo(MIN_LOCK_DEADLINE) < 0
                || lockDeadline.compareTo(MAX_LOCK_DEADLINE) > 0) {
            throw new InvalidValueException(
                    "lockDeadline", lockDeadline, MIN_LOCK_DEADLINE + " to " + MAX_LOCK_DEADLINE);
        }
        requireWithin("maxQueuedWrites", maxQueuedWrites, 100_000);
        requireWithin("readers", readers, 64);
    }

    /** Returns the default settings: at most 30 s wait for a lock. */
    public static PostgresConfig at(PostgresAddress address) {
        return new PostgresConfig(
                address, StorePassword.NONE, LOCK_DEADLINE, MAX_QUEUED_WRITES, READERS);
    }

    /** Returns a copy with a password. */
    public PostgresConfig with(StorePassword other) {
        return new PostgresConfig(address, other, lockDeadline, maxQueuedWrites, readers);
    }

    /** Returns a copy with another schema of the same database. */
    public PostgresConfig withSchema(String schema) {
        PostgresAddress other =
                new PostgresAddress(
                        address.user(),
                        address.hosts(),
                        address.database(),
                        schema,
                        address.tls(),
                        address.rootCertificate());
        return new PostgresConfig(other, password, lockDeadline, maxQueuedWrites, readers);
    }

    /** Returns a copy with another lock deadline. */
    public PostgresConfig withLockDeadline(Duration deadline) {
        return new PostgresConfig(address, password, deadline, maxQueuedWrites, readers);
    }

    private static void requireWithin(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw new InvalidValueException(field, value, "1 to " + max);
        }
    }
}
