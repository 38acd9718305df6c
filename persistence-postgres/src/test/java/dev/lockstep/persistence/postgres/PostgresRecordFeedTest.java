package dev.lockstep.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.notification.RecordFeed;
import dev.lockstep.domain.port.notification.RecordFeed.Entry;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PostgresRecordFeedTest {
    private static final Instant NOW = SampleOrders.START;

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

    @Test
    void each_change_of_an_incident_is_an_entry_with_the_incident_as_it_was() {
        Incident opened =
                store.incidents().open(IncidentKind.POSITION_MISMATCH, "AAPL", "10: 12 ü🙂", NOW);
        Acknowledgement by = new Acknowledgement("ann", "moved\u00a0by hand", NOW.plusSeconds(1));
        Incident accepted = store.incidents().acknowledge(opened.number(), by).orElseThrow();
        Incident closed =
                store.incidents()
                        .close(IncidentKind.POSITION_MISMATCH, "AAPL", "equal", NOW.plusSeconds(2))
                        .orElseThrow();

        assertThat(feed().after(0, 10))
                .isEqualTo(
                        new RecordFeed.Page(
                                List.of(
                                        new Entry.OfIncident(1, opened, true),
                                        new Entry.OfIncident(2, accepted, false),
                                        new Entry.OfIncident(3, closed, false)),
                                3));
        assertThat(feed().last()).isEqualTo(3);
        assertThat(feed().after(3, 10).entries()).isEmpty();
        assertThat(feed().after(3, 10).reached()).isEqualTo(3);
    }

    @Test
    void changes_of_restrictions_are_entries_and_other_records_are_passed() {
        RiskChange halt =
                new RiskChange(
                        new Step.Restrict("operator", TradingState.HALTED), "ann", "news", NOW);
        RiskChange pause =
                new RiskChange(
                        new Step.OfStrategy(
                                new StrategyId("trend"),
                                new Step.Restrict("operator", TradingState.REDUCING)),
                        "ann",
                        "looks wrong",
                        NOW);
        RiskChange lift = new RiskChange(new Step.Lift("operator"), "ann", "calm", NOW);
        store.riskControl().change(halt);
        assertThat(store.lease().acquire("one", Duration.ofMinutes(1))).isPresent();
        store.riskControl().change(pause);
        store.riskControl().change(lift);

        RecordFeed.Page page = feed().after(0, 2);
        assertThat(page.entries()).containsExactly(new Entry.OfRisk(1, halt));
        assertThat(page.reached()).isEqualTo(2);
        assertThat(feed().after(page.reached(), 10).entries())
                .containsExactly(new Entry.OfRisk(3, pause), new Entry.OfRisk(4, lift));
    }

    @Test
    void a_read_has_its_bounds() {
        assertThatThrownBy(() -> feed().after(0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> feed().after(0, RecordFeed.MAX_RECORDS + 1))
                .isInstanceOf(InvalidValueException.class);
    }

    private RecordFeed feed() {
        return store.recordFeed();
    }
}
