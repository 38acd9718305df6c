package dev.lockstep.persistence.sqlite;

import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Commit;
import dev.lockstep.persistence.sqlite.connection.FileSystemTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** Opens databases for tests, with the same dependencies as the module. */
final class Stores {
    private static final Duration TRIAL_PAUSE = Duration.ofMillis(20);
    private static final long RESERVE_BYTES = 256 << 10;
    private static final long JOURNAL_BOUND = 512 << 10;

    private Stores() {}

    static SqliteStore open(Path file) {
        return open(SqliteConfig.at(file));
    }

    static SqliteStore open(SqliteConfig config) {
        return open(config, new TestClock(), StoreMetrics.NONE);
    }

    static SqliteStore open(SqliteConfig config, FileSystemTypes fileSystems) {
        return open(config, new TestClock(), StoreMetrics.NONE, fileSystems, TRIAL_PAUSE);
    }

    /** Opens a store that practically never checks whether a fault has been cleared. */
    static SqliteStore openWithoutTrials(Path file) {
        return openWithoutTrials(file, Session::commit);
    }

    /** Opens such a store whose commits can be made to fail. */
    static SqliteStore openWithoutTrials(Path file, Commit commit) {
        return open(
                SqliteConfig.at(file),
                new TestClock(),
                StoreMetrics.NONE,
                Stores::fileSystem,
                Duration.ofDays(1),
                commit);
    }

    /** Opens a store whose commits can be made to fail. */
    static SqliteStore open(Path file, Commit commit) {
        return open(
                SqliteConfig.at(file),
                new TestClock(),
                StoreMetrics.NONE,
                Stores::fileSystem,
                TRIAL_PAUSE,
                commit);
    }

    static SqliteStore open(SqliteConfig config, InstantSource clock, StoreMetrics metrics) {
        return open(config, clock, metrics, Stores::fileSystem, TRIAL_PAUSE);
    }

    private static SqliteStore open(
            SqliteConfig config,
            InstantSource clock,
            StoreMetrics metrics,
            FileSystemTypes fileSystems,
            Duration trialPause) {
        return open(config, clock, metrics, fileSystems, trialPause, Session::commit);
    }

    private static SqliteStore open(
            SqliteConfig config,
            InstantSource clock,
            StoreMetrics metrics,
            FileSystemTypes fileSystems,
            Duration trialPause,
            Commit commit) {
        return SqliteStore.open(
                config,
                new SqliteDependencies(
                        clock,
                        System::nanoTime,
                        new SplittableRandom(),
                        metrics,
                        Thread.ofPlatform().daemon().factory(),
                        fileSystems,
                        trialPause,
                        RESERVE_BYTES,
                        JOURNAL_BOUND,
                        commit));
    }

    private static String fileSystem(Path folder) throws IOException {
        return Files.getFileStore(folder).type();
    }
}
