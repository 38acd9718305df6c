package dev.lockstep.persistence.postgres;

import dev.lockstep.contracts.store.ScenarioStores;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Runs the use cases' tests on PostgreSQL: each store is a database of its own, copied from one
 * with an empty schema. The tests close no store, so all but the last few are closed here.
 */
public final class PostgresScenarioStores implements ScenarioStores {
    /** A test has fewer at once. */
    private static final int OPEN = 6;

    private static final String SERVICE = "postgres";

    private final PostgresServer server = PostgresServers.shared();
    private final PostgresAddress template = server.newDatabase();
    private final Deque<PostgresStore> open = new ArrayDeque<>();
    private int made;
    private int dropped;

    /** Creates a maker with a server of its own. */
    public PostgresScenarioStores() {
        PostgresStores.open(PostgresConfig.at(template)).close();
    }

    @Override
    public synchronized Store fresh() {
        while (open.size() >= OPEN) {
            open.removeFirst().close();
            server.execute(SERVICE, "DROP DATABASE " + name(++dropped) + " WITH (FORCE)");
        }
        String name = name(++made);
        server.execute(
                SERVICE,
                "CREATE DATABASE "
                        + name
                        + " TEMPLATE "
                        + template.database()
                        + " STRATEGY FILE_COPY");
        PostgresStore store = PostgresStores.open(PostgresConfig.at(server.address(name)));
        open.addLast(store);
        return new Store(store.repository(), store.riskControl(), store.feed(), store.fills());
    }

    private static String name(int number) {
        return "scenario_" + number;
    }
}
