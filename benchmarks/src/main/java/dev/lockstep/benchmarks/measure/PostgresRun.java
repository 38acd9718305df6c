package dev.lockstep.benchmarks.measure;

import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A measurement on a PostgreSQL server that is started for it, where one is installed. */
@FunctionalInterface
public interface PostgresRun {
    BenchmarkOutcome on(PostgresServer server) throws Exception;

    /** Measures a part; without PostgreSQL its outcome is empty, and the progress says why. */
    static BenchmarkOutcome measured(String part, Consumer<String> progress, PostgresRun run)
            throws Exception {
        Optional<PostgresServer> started = PostgresServers.startedIfInstalled(List.of());
        if (started.isEmpty()) {
            progress.accept(part + " is not measured: " + PostgresServers.NOT_INSTALLED);
            return new BenchmarkOutcome(part, List.of());
        }
        try (PostgresServer server = started.get()) {
            return run.on(server);
        }
    }
}
