package dev.lockstep.persistence.sqlite;

import dev.lockstep.contracts.store.TradingKeysContract;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SqliteTradingKeysTest extends TradingKeysContract {
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
    protected TradingKeys keys() {
        return store.tradingKeys();
    }

    @Override
    protected RiskControl riskControl() {
        return store.riskControl();
    }
}
