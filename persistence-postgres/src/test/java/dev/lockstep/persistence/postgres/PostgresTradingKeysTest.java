package dev.lockstep.persistence.postgres;

import dev.lockstep.contracts.store.TradingKeysContract;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresTradingKeysTest extends TradingKeysContract {
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
    protected TradingKeys keys() {
        return store.tradingKeys();
    }

    @Override
    protected RiskControl riskControl() {
        return store.riskControl();
    }
}
