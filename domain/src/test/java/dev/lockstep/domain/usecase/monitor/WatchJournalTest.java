package dev.lockstep.domain.usecase.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeInspection;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.port.maintenance.JournalSize;
import dev.lockstep.domain.port.store.Incidents;
import org.junit.jupiter.api.Test;

class WatchJournalTest {
    private static final long BOUND = 64 << 20;

    private final Incidents incidents = new InMemoryIncidents();
    private final FakeInspection inspection = new FakeInspection();
    private final WatchJournal watch =
            new WatchJournal(inspection, new IncidentBook(incidents, new TestClock(), _ -> {}));

    @Test
    void a_journal_beyond_its_bound_is_one_incident_until_it_has_shrunk() {
        inspection.set(new JournalSize(BOUND + 1, BOUND, "process 7 reads: end that read"));
        watch.check();
        inspection.set(new JournalSize(3 * BOUND, BOUND, "process 7 reads: end that read"));
        watch.check();

        assertThat(incidents.list(Incidents.IncidentQuery.open()))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.JOURNAL_GROWS);
                    assertThat(incident.text()).contains("passed 64 MB: process 7 reads");
                });

        inspection.set(new JournalSize(BOUND, BOUND, ""));
        watch.check();

        assertThat(incidents.list(Incidents.IncidentQuery.open())).isEmpty();
        assertThat(incidents.list(Incidents.IncidentQuery.all()))
                .extracting(Incident::resolution)
                .containsExactly("it has shrunk");
    }
}
