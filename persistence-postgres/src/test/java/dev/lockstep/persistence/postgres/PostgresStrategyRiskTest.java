package dev.lockstep.persistence.postgres;

import dev.lockstep.contracts.store.StrategyRiskContract;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Runs the contract of strategies' limits against PostgreSQL, with two stores on one database. */
@Tag("slow")
class PostgresStrategyRiskTest extends StrategyRiskContract {
    private final PostgresConfig config = PostgresServers.newStore();
    private PostgresStore store;
    private PostgresStore other;

    @BeforeEach
    void open() {
        store = PostgresStores.open(config);
        other = PostgresStores.open(config);
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
