package dev.lockstep.persistence.postgres.hint;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts hints, and finds the connections that receive them in the server's own list. */
final class HintListener implements CommitHints.Listener {
    static final Duration BOUND = Duration.ofSeconds(90);

    private static final String LISTENING =
            "FROM pg_stat_activity a WHERE a.datname = current_database()"
                    + " AND a.application_name = 'lockstep-hints'"
                    + " AND EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid"
                    + " AND l.locktype = 'advisory' AND l.granted)";

    private final AtomicInteger hints = new AtomicInteger();
    private final AtomicInteger losses = new AtomicInteger();

    @Override
    public void committed() {
        hints.incrementAndGet();
    }

    @Override
    public void lost() {
        losses.incrementAndGet();
    }

    int hints() {
        return hints.get();
    }

    void awaitHint(int before) {
        Eventually.within(BOUND, "a hint", () -> hints.get() > before);
    }

    void awaitLoss(int before) {
        Eventually.within(BOUND, "the loss is reported", () -> losses.get() > before);
    }

    int losses() {
        return losses.get();
    }

    static void awaitListening(PostgresServer server, String database, int connections) {
        Eventually.within(
                BOUND,
                connections + " processes listen",
                () -> number(server, database, "SELECT count(*) " + LISTENING) == connections);
    }

    static void endConnections(PostgresServer server, String database) {
        number(server, database, "SELECT count(pg_terminate_backend(a.pid)) " + LISTENING);
    }

    private static long number(PostgresServer server, String database, String sql) {
        try (Connection connection = server.connection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException _) {
            return -1;
        }
    }
}
