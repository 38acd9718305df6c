package dev.lockstep.persistence.sqlite;

import dev.lockstep.contracts.store.IncidentsContract;
import dev.lockstep.domain.port.store.Incidents;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteIncidentsTest extends IncidentsContract {
    private @TempDir Path folder;
    private SqliteStore store;

    @BeforeEach
    void open() {
        store = Stores.open(folder.resolve("orders.db"));
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
