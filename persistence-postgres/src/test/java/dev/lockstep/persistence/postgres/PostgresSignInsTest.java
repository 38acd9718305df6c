package dev.lockstep.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.SignInsContract;
import dev.lockstep.domain.access.SignIn;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.store.SignIns;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

    @Test
    void the_audit_covers_sign_ins() {
        signIns().add(new SignIn(SignIn.Act.REFUSED, "::1", SampleOrders.START));
        assertThat(verdict()).isInstanceOf(AuditVerdict.Intact.class);

        PostgresServers.shared()
                .execute(
                        config.address().database(),
                        "UPDATE " + config.address().schema() + ".sign_ins SET act = 'SIGNED_IN'");

        assertThat(verdict()).isNotInstanceOf(AuditVerdict.Intact.class);
    }

    private AuditVerdict verdict() {
        return store.auditTrail().verify((_, _) -> {});
    }
}
