package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.SignInsContract;
import dev.lockstep.domain.access.SignIn;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.store.SignIns;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SqliteSignInsTest extends SignInsContract {
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
    protected SignIns signIns() {
        return store.signIns();
    }

    @Test
    void the_audit_covers_sign_ins() throws SQLException {
        signIns().add(new SignIn(SignIn.Act.REFUSED, "::1", SampleOrders.START));
        assertThat(verdict()).isInstanceOf(AuditVerdict.Intact.class);

        try (Forger forger = Forger.unrestricted(folder.resolve("orders.db"))) {
            forger.run("UPDATE sign_ins SET act = 'SIGNED_IN'");
        }

        assertThat(verdict()).isNotInstanceOf(AuditVerdict.Intact.class);
    }

    private AuditVerdict verdict() {
        return store.auditTrail().verify((_, _) -> {});
    }
}
