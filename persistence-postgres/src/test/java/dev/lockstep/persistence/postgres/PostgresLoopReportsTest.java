package dev.lockstep.persistence.postgres;

import dev.lockstep.contracts.store.LoopReportsContract;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresLoopReportsTest extends LoopReportsContract {
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
    protected LoopReports loopReports() {
        return store.loopReports();
    }
}
