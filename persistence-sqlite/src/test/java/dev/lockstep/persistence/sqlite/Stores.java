package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.port.StoreMetrics;
import dev.lockstep.domain.port.TestClock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** Opens databases for tests, with the threads and the clock that the module hands in. */
final class Stores {
    private Stores() {}

    static SqliteStore open(Path file) {
        return open(SqliteConfig.at(file));
    }

    static SqliteStore open(SqliteConfig config) {
        return open(config, new TestClock(), StoreMetrics.NONE);
    }

    static SqliteStore open(SqliteConfig config, InstantSource clock, StoreMetrics metrics) {
        return SqliteStore.open(
                config,
                new SqliteStore.Surroundings(
                        clock,
                        System::nanoTime,
                        new SplittableRandom(11),
                        metrics,
                        Thread.ofPlatform().daemon().factory()));
    }
}
