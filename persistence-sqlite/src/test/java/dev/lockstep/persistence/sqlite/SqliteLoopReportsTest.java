package dev.lockstep.persistence.sqlite;

import dev.lockstep.contracts.store.LoopReportsContract;
import dev.lockstep.domain.port.store.LoopReports;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteLoopReportsTest extends LoopReportsContract {
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
    protected LoopReports loopReports() {
        return store.loopReports();
    }
}
