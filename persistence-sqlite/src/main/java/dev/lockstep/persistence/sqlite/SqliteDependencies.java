package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Commit;
import dev.lockstep.persistence.sqlite.connection.FileSystemTypes;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Dependencies of a store.
 *
 * @param clock the wall clock, for the lease
 * @param nanoTime the monotonic clock, for waits
 * @param random used once, for the tag of a new database
 * @param metrics the receiver of metrics
 * @param threads creates the store's threads
 * @param fileSystems returns a folder's file system type
 * @param trialPause the interval between checks whether a fault has been cleared
 * @param reserveBytes the disk space reserved for a full disk
 * @param journalBound the journal size above which it is reported
 * @param commit commits a transaction
 */
record SqliteDependencies(
        InstantSource clock,
        LongSupplier nanoTime,
        RandomGenerator random,
        StoreMetrics metrics,
        ThreadFactory threads,
        FileSystemTypes fileSystems,
        Duration trialPause,
        long reserveBytes,
        long journalBound,
        Commit commit) {
    private static final Duration TRIAL_PAUSE = Duration.ofSeconds(1);
    private static final long RESERVE_BYTES = 4 << 20;
    private static final long JOURNAL_BOUND = 64 << 20;

    /** Returns those of this machine: its monotonic clock, disks and daemon threads. */
    static SqliteDependencies here(
            InstantSource clock, RandomGenerator random, StoreMetrics metrics) {
        return new SqliteDependencies(
                clock,
                System::nanoTime,
                random,
                metrics,
                Thread.ofPlatform().daemon().name("lockstep-database-", 0).factory(),
                folder -> Files.getFileStore(folder).type(),
                TRIAL_PAUSE,
                RESERVE_BYTES,
                JOURNAL_BOUND,
                Session::commit);
    }
}
