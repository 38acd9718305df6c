package dev.lockstep.persistence.postgres;

import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Commit;
import dev.lockstep.persistence.sql.read.Reading;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** Opens stores for tests; they check every 20 ms whether a fault is over. */
public final class PostgresStores {
    private static final Duration TRIAL_PAUSE = Duration.ofMillis(20);

    private PostgresStores() {}

    /** Opens a store with a clock of the test. */
    public static PostgresStore open(PostgresConfig config) {
        return open(config, new TestClock(), Session::commit);
    }

    /** Opens a store that commits by {@code commit}. */
    public static PostgresStore open(PostgresConfig config, Commit commit) {
        return open(config, new TestClock(), commit);
    }

    /** Runs a query of the test's own among the reads of a store. */
    public static <T> T read(PostgresStore store, Reading<T> reading) {
        return store.readers().read(reading);
    }

    static PostgresStore open(PostgresConfig config, InstantSource clock, Commit commit) {
        return PostgresStore.open(
                config,
                new PostgresDependencies(
                        clock,
                        true,
                        System::nanoTime,
                        new SplittableRandom(1),
                        StoreMetrics.NONE,
                        Thread.ofPlatform().daemon().factory(),
                        TRIAL_PAUSE,
                        commit,
                        file -> SqliteStore.open(SqliteConfig.at(file))));
    }
}
