package dev.lockstep.persistence.postgres;

import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.copy.BackupFormat;
import dev.lockstep.persistence.sql.fault.Commit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a store works with.
 *
 * @param clock the wall clock, until the server's is known
 * @param ofServer whether times are the server's once it has been asked; not in simulated time
 * @param nanoTime the monotonic clock, for waits
 * @param random used once, for the tag of a new database
 * @param metrics the receiver of metrics
 * @param threads creates the store's threads
 * @param trialPause the interval between checks whether a fault has been cleared
 * @param commit commits a transaction
 * @param backups creates the files that backups are written into
 */
record PostgresDependencies(
        InstantSource clock,
        boolean ofServer,
        LongSupplier nanoTime,
        RandomGenerator random,
        StoreMetrics metrics,
        ThreadFactory threads,
        Duration trialPause,
        Commit commit,
        BackupFormat backups) {
    private static final Duration TRIAL_PAUSE = Duration.ofSeconds(1);

    /** Returns those of this machine: its monotonic clock and daemon threads. */
    static PostgresDependencies here(
            InstantSource clock,
            boolean ofServer,
            RandomGenerator random,
            StoreMetrics metrics,
            BackupFormat backups) {
        return new PostgresDependencies(
                clock,
                ofServer,
                System::nanoTime,
                random,
                metrics,
                databaseThreads(),
                TRIAL_PAUSE,
                Session::commit,
                backups);
    }

    /** Returns a maker of daemon threads. */
    static ThreadFactory databaseThreads() {
        return Thread.ofPlatform().daemon().name("lockstep-database-", 0).factory();
    }
}
