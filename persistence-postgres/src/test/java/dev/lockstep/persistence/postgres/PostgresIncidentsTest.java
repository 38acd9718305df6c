package dev.lockstep.persistence.postgres;

import dev.lockstep.contracts.store.IncidentsContract;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresIncidentsTest extends IncidentsContract {
    private final PostgresConfig config = PostgresServers.newStore();
    private PostgresStore store;

    @BeforeEach
    void open() {
        store = PostgresStores.open(config);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Incidents incidents() {
        return store.incidents();
    }
}
