package dev.lockstep.persistence.postgres;

import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Commit;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** Opens stores for tests. */
final class PostgresStores {
    private static final Duration TRIAL_PAUSE = Duration.ofMillis(20);

    private PostgresStores() {}

    static PostgresStore open(PostgresConfig config) {
        return open(config, new TestClock(), Session::commit);
    }

    static PostgresStore open(PostgresConfig config, Commit commit) {
        return open(config, new TestClock(), commit);
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
