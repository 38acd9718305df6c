package stranger;

import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.contracts.store.OrderRepositoryContract;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's own adapter would be tested in the same way. */
class StoreContractTest extends OrderRepositoryContract {
    @TempDir private Path folder;
    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(SqliteConfig.at(folder.resolve("orders.db")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public OrderRepository repository() {
        return store.repository();
    }

    @Override
    public Fills fills() {
        return store.fills();
    }
}
