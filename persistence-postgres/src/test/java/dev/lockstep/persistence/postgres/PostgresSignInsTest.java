package dev.lockstep.persistence.postgres;

import dev.lockstep.contracts.store.SignInsContract;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.store.SignIns;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresSignInsTest extends SignInsContract {
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
    protected SignIns signIns() {
        return store.signIns();
    }

    private AuditVerdict verdict() {
        return store.auditTrail().verify((_, _) -> {});
    }
}
