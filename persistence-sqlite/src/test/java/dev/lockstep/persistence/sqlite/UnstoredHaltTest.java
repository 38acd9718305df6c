package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.Eventually;
import dev.lockstep.domain.port.GatedIntent;
import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.SampleOrders;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Restriction;
import dev.lockstep.domain.risk.RiskChange;
import dev.lockstep.domain.risk.RiskChange.Step;
import dev.lockstep.domain.risk.TradingState;
import dev.lockstep.domain.risk.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A halt that cannot be stored: another connection keeps the lock, or the file is read-only. */
class UnstoredHaltTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void a_halt_that_cannot_be_stored_holds_this_process_back_and_says_that_it_is_this_one_alone()
            throws Exception {
        try (SqliteStore store = open();
                SqliteStore other = open()) {
            try (ForeignLock _ = ForeignLock.on(file())) {
                assertThatThrownBy(() -> store.riskControl().change(halt()))
                        .isInstanceOf(RepositoryException.class)
                        .hasMessageContaining("no other process does");
                assertThat(store.riskControl().rules().state()).isEqualTo(TradingState.HALTED);
                assertThat(other.riskControl().rules().state()).isEqualTo(TradingState.ACTIVE);
            }
            assertThat(stateAtGate(store)).isEqualTo(TradingState.HALTED);
        }
    }

    @Test
    void it_is_stored_as_soon_as_that_works_and_then_holds_every_process_back() throws Exception {
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
    void a_lift_ends_it_though_it_was_never_stored() throws Exception {
        try (SqliteStore store = Stores.openWithoutTrials(file())) {
            store.writer()
                    .write(session -> {
                        session.script("PRAGMA query_only=ON");
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
                        new GatedIntent(
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
