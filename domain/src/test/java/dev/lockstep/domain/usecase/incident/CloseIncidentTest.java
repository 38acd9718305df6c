package dev.lockstep.domain.usecase.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.usecase.executions.BustedExits;
import dev.lockstep.domain.usecase.incident.CloseIncidentResult.Closed;
import dev.lockstep.domain.usecase.incident.CloseIncidentResult.NotOpen;
import dev.lockstep.domain.usecase.incident.CloseIncidentResult.StaysOpen;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The closing of incidents by persons. */
class CloseIncidentTest {
    private static final Instant NOW = SampleOrders.START;

    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final CloseIncident closeIncident =
            new CloseIncident(
                    incidents,
                    new BustedExits(new InMemoryOrderRepository(), new InMemoryFills()),
                    new TestClock());

    @Test
    void what_happened_is_closed_with_author_and_reason() {
        Incident lost = incidents.open(IncidentKind.LOST_ORDER, "1", "found at the broker", NOW);

        assertThat(closeIncident.close(lost.number(), "ann", "checked"))
                .isInstanceOfSatisfying(
                        Closed.class,
                        closed ->
                                assertThat(closed.incident().resolution())
                                        .isEqualTo("closed by ann: checked"));
        assertThat(incidents.list(IncidentQuery.open())).isEmpty();
        assertThat(closeIncident.close(lost.number(), "ann", "checked")).isEqualTo(new NotOpen());
    }

    @Test
    void an_incident_whose_problem_may_last_stays_open() {
        Set<IncidentKind> watched =
                EnumSet.complementOf(
                        EnumSet.of(IncidentKind.LOST_ORDER, IncidentKind.EXECUTION_CORRECTED));
        for (IncidentKind kind : watched) {
            Incident incident = incidents.open(kind, "order b-1", "seen", NOW);

            assertThat(closeIncident.close(incident.number(), "ann", "go away"))
                    .isInstanceOfSatisfying(
                            StaysOpen.class,
                            open -> {
                                assertThat(open.incident()).isEqualTo(incident);
                                assertThat(open.text()).contains("closes by itself");
                            });
        }
        assertThat(incidents.list(IncidentQuery.open())).hasSize(watched.size());
    }

    @Test
    void an_activity_that_cannot_be_read_is_closed_by_hand() {
        Incident unreadable =
                incidents.open(IncidentKind.UNREADABLE_AT_BROKER, "activity 7", "raw", NOW);

        assertThat(closeIncident.close(unreadable.number(), "ann", "a transfer"))
                .isInstanceOf(Closed.class);
    }

    @Test
    void a_reason_is_required() {
        Incident lost = incidents.open(IncidentKind.LOST_ORDER, "1", "found", NOW);

        assertThatThrownBy(() -> closeIncident.close(lost.number(), "ann", ""))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("reason");
    }
}
