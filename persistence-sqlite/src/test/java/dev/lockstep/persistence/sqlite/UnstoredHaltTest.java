package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A halt that cannot be stored, because another process holds the lock or the file is read-only.
 */
@Tag("slow")
class UnstoredHaltTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void an_unstored_halt_is_in_force_in_this_process_only_and_reported_as_such() throws Exception {
        try (SqliteStore store = open();
                SqliteStore other = open()) {
            try (ForeignLock _ = ForeignLock.on(file())) {
                assertThatThrownBy(() -> store.riskControl().change(halt()))
                        .isInstanceOf(RepositoryException.class)
                        .hasMessageContaining("in this process only");
                assertThat(store.riskControl().rules().state()).isEqualTo(TradingState.HALTED);
                assertThat(other.riskControl().rules().state()).isEqualTo(TradingState.ACTIVE);
            }
            assertThat(stateAtGate(store)).isEqualTo(TradingState.HALTED);
        }
    }

    @Test
    void an_unstored_halt_is_stored_when_possible_and_then_in_force_in_every_process()
            throws Exception {
        try (SqliteStore store = open();
                SqliteStore other = open()) {
            try (ForeignLock _ = ForeignLock.on(file())) {
                assertThatThrownBy(() -> store.riskControl().change(halt()));
            }
            Eventually.within(
                    BOUND,
                    "it is stored",
                    () -> other.riskControl().rules().state() == TradingState.HALTED);

            other.riskControl().change(change(new Step.Lift(Restriction.OPERATOR)));

            assertThat(store.riskControl().rules().state()).isEqualTo(TradingState.ACTIVE);
        }
    }

    @Test
    void a_lift_ends_an_unstored_halt() throws Exception {
        try (SqliteStore store = Stores.openWithoutTrials(file())) {
            store.writer()
                    .write(session -> {
                        SqliteSession.of(session).script("PRAGMA query_only=ON");
                        return true;
                    });
            assertThatThrownBy(() -> store.riskControl().change(halt()));
            store.writer().reopenSoon();

            store.riskControl().change(change(new Step.Lift(Restriction.OPERATOR)));

            assertThat(store.riskControl().rules().state()).isEqualTo(TradingState.ACTIVE);
        }
    }

    private TradingState stateAtGate(SqliteStore store) {
        AtomicReference<Exposure> shown = new AtomicReference<>();
        store.repository()
                .intend(
                        new ConditionalInsert(
                                sample.intent(),
                                null,
                                exposure -> {
                                    shown.set(exposure);
                                    return new Verdict.Approved();
                                },
                                EVIDENCE));
        return shown.get().rules().state();
    }

    private SqliteStore open() {
        return Stores.open(SqliteConfig.at(file()).withLockDeadline(Duration.ofSeconds(2)));
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private static RiskChange halt() {
        return change(new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED));
    }

    private static RiskChange change(Step step) {
        return new RiskChange(step, "tester", "test", SampleOrders.START);
    }
}
