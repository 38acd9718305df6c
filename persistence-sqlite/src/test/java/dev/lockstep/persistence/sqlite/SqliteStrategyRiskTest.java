package dev.lockstep.persistence.sqlite;

import dev.lockstep.contracts.store.StrategyRiskContract;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract of strategies' limits against SQLite, with two stores on one file. */
@Tag("slow")
class SqliteStrategyRiskTest extends StrategyRiskContract {
    private @TempDir Path folder;
    private SqliteStore store;
    private SqliteStore other;

    @BeforeEach
    void open() {
        store = Stores.open(folder.resolve("orders.db"));
        other = Stores.open(folder.resolve("orders.db"));
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @Override
    public OrderRepository repository() {
        return store.repository();
    }

    @Override
    public RiskControl riskControl() {
        return store.riskControl();
    }

    @Override
    public OrderRepository elsewhere() {
        return other.repository();
    }
}
