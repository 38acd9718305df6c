package dev.lockstep.persistence.sqlite;

import dev.lockstep.contracts.store.AdjustmentsContract;
import dev.lockstep.domain.port.store.OrderRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAdjustmentsTest extends AdjustmentsContract {
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
    protected OrderRepository repository() {
        return store.repository();
    }
}
