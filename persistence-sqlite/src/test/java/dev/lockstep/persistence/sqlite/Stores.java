package dev.lockstep.persistence.sqlite;

import java.nio.file.Path;
import java.util.SplittableRandom;

/** Opens databases for tests, with the threads and the clock that the module hands in. */
final class Stores {
    private Stores() {}

    static SqliteStore open(Path file) {
        return open(SqliteConfig.at(file));
    }

    static SqliteStore open(SqliteConfig config) {
        return SqliteStore.open(
                config,
                new SplittableRandom(11),
                System::nanoTime,
                Thread.ofPlatform().daemon().factory());
    }
}
