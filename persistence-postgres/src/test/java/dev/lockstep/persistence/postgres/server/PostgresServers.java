package dev.lockstep.persistence.postgres.server;

import dev.lockstep.persistence.postgres.PostgresConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The servers of a test run: one for all tests of a JVM, and others on request. */
public final class PostgresServers {
    /** The reason why there are no servers on this machine, and what to do. */
    public static final String NOT_INSTALLED =
            "PostgreSQL is not installed (Debian: apt-get install postgresql)";

    private static final Optional<PostgresPrograms> PROGRAMS = PostgresPrograms.installed();
    private static @Nullable PostgresServer shared;

    private PostgresServers() {}

    /**
     * Returns the server that all tests of this JVM share; it does not wait for its disk. Skips the
     * test where PostgreSQL is not installed.
     */
    public static synchronized PostgresServer shared() {
        PostgresServer running = shared;
        if (running == null) {
            PostgresServer started = started(List.of("fsync=off", "full_page_writes=off"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started), "ends-the-server"));
            shared = started;
            return started;
        }
        return running;
    }

    /** Returns the settings of a store of its own on the shared server: a schema without tables. */
    public static PostgresConfig newStore() {
        return PostgresConfig.at(shared().newSchema());
    }

    /** Starts a server of the test's own, which it closes. */
    public static PostgresServer started(List<String> settings) {
        Assumptions.assumeTrue(PROGRAMS.isPresent(), NOT_INSTALLED);
        return startedIfInstalled(settings).orElseThrow();
    }

    /**
     * Starts a server of the caller's own, for programs that are not tests; empty where PostgreSQL
     * is not installed.
     */
    public static Optional<PostgresServer> startedIfInstalled(List<String> settings) {
        if (PROGRAMS.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PostgresServer.started(PROGRAMS.get(), settings));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void end(PostgresServer server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
