package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of incidents promises. */
public abstract class IncidentsContract {
    private static final Instant NOW = SampleOrders.START;
    private static final int THREADS = 8;

    /** An empty store. */
    protected abstract Incidents incidents();

    @Test
    void what_is_seen_twice_is_one_incident_with_the_last_text() {
        Incident first = incidents().open(IncidentKind.POSITION_MISMATCH, "AAPL", "10, 12", NOW);
        Incident again =
                incidents()
                        .open(
                                IncidentKind.POSITION_MISMATCH,
                                "AAPL",
                                "10, 14",
                                NOW.plusSeconds(30));

        assertThat(first.openedAt()).isEqualTo(NOW);
        assertThat(again).isEqualTo(first.seenAs("10, 14"));
        assertThat(incidents().list(IncidentQuery.all())).containsExactly(again);
    }

    @Test
    void a_nul_in_a_text_is_stored_as_the_replacement_character() {
        Incident opened = incidents().open(IncidentKind.SYNC_STALE, "sync", "la\0te", NOW);

        assertThat(opened.text()).isEqualTo("la\ufffdte");
        assertThat(incidents().list(IncidentQuery.all())).containsExactly(opened);
    }

    @Test
    void kinds_and_subjects_are_told_apart() {
        incidents().open(IncidentKind.POSITION_MISMATCH, "AAPL", "", NOW);
        incidents().open(IncidentKind.UNPROTECTED_POSITION, "AAPL", "", NOW);
        incidents().open(IncidentKind.POSITION_MISMATCH, "MSFT", "", NOW);

        incidents().close(IncidentKind.POSITION_MISMATCH, "AAPL", "in step", NOW);

        assertThat(incidents().list(IncidentQuery.open()))
                .extracting(Incident::number)
                .containsExactly(3L, 2L);
    }

    @Test
    void a_closed_incident_stays_with_its_end_and_can_come_again() {
        Incident opened = incidents().open(IncidentKind.SYNC_STALE, "sync", "late", NOW);
        Instant later = NOW.plusSeconds(5);

        assertThat(incidents().close(IncidentKind.SYNC_STALE, "sync", "fresh", later))
                .contains(opened.closed("fresh", later));
        assertThat(incidents().close(IncidentKind.SYNC_STALE, "sync", "fresh", later)).isEmpty();
        Incident again = incidents().open(IncidentKind.SYNC_STALE, "sync", "late again", later);

        assertThat(again.number()).isEqualTo(2);
        assertThat(incidents().list(IncidentQuery.all()))
                .containsExactly(again, opened.closed("fresh", later));
        assertThat(incidents().list(IncidentQuery.open())).containsExactly(again);
    }

    @Test
    void an_acknowledged_incident_stays_open_until_it_changes() {
        Incident opened = incidents().open(IncidentKind.POSITION_MISMATCH, "AAPL", "10, 12", NOW);
        Acknowledgement by = new Acknowledgement("ann", "moved by hand", NOW.plusSeconds(1));

        assertThat(incidents().acknowledge(opened.number(), by)).contains(opened.acknowledged(by));
        assertThat(incidents().acknowledge(99, by)).isEmpty();
        Incident same = incidents().open(IncidentKind.POSITION_MISMATCH, "AAPL", "10, 12", NOW);
        assertThat(same.acknowledgement()).isEqualTo(by);
        assertThat(incidents().list(IncidentQuery.open())).containsExactly(same);

        Incident other = incidents().open(IncidentKind.POSITION_MISMATCH, "AAPL", "10, 14", NOW);
        assertThat(other.acknowledgement()).isNull();
        incidents().close(IncidentKind.POSITION_MISMATCH, "AAPL", "over", NOW);
        assertThat(incidents().acknowledge(opened.number(), by)).isEmpty();
    }

    @Test
    void an_incident_is_closed_by_hand_with_the_author_and_can_come_again() {
        Incident opened = incidents().open(IncidentKind.LOST_ORDER, "1", "found", NOW);
        Acknowledgement by = new Acknowledgement("ann", "checked", NOW.plusSeconds(1));

        assertThat(incidents().findOpen(opened.number())).contains(opened);
        Incident closed = incidents().closeByHand(opened, by).orElseThrow();

        assertThat(closed.closedByHand()).isTrue();
        assertThat(closed.closedAt()).isEqualTo(by.at());
        assertThat(closed.resolution()).isEqualTo("closed by ann: checked");
        assertThat(incidents().list(IncidentQuery.all())).containsExactly(closed);
        assertThat(incidents().findOpen(opened.number())).isEmpty();
        assertThat(incidents().closeByHand(opened, by)).isEmpty();
        assertThat(incidents().open(IncidentKind.LOST_ORDER, "1", "again", NOW).number())
                .isEqualTo(2);
    }

    @Test
    void an_incident_that_has_changed_since_it_was_read_is_not_closed_by_hand() {
        Incident opened = incidents().open(IncidentKind.LOST_ORDER, "1", "found", NOW);
        Incident now = incidents().open(IncidentKind.LOST_ORDER, "1", "found, filled 10", NOW);

        assertThat(incidents().closeByHand(opened, new Acknowledgement("ann", "checked", NOW)))
                .isEmpty();
        assertThat(incidents().list(IncidentQuery.open())).containsExactly(now);
    }

    @Test
    void pages_follow_each_other_newest_first() {
        IntStream.rangeClosed(1, 5)
                .forEach(i -> incidents().open(IncidentKind.EXTERNAL_ORDER, "b-" + i, "seen", NOW));
        incidents().close(IncidentKind.EXTERNAL_ORDER, "b-3", "gone", NOW);

        List<Incident> first = incidents().list(IncidentQuery.open().limit(2));
        List<Incident> second =
                incidents().list(IncidentQuery.open().limit(2).before(first.getLast().number()));

        assertThat(first).extracting(Incident::subject).containsExactly("b-5", "b-4");
        assertThat(second).extracting(Incident::subject).containsExactly("b-2", "b-1");
    }

    @Test
    void a_page_has_a_bound() {
        assertThatThrownBy(() -> IncidentQuery.all().limit(1_001))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("limit: 1001 (expected: 1 to 1000)");
    }

    @Test
    void many_threads_that_see_the_same_thing_open_one_incident() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<Incident> seeing =
                    () -> incidents().open(IncidentKind.SYNC_STALE, "sync", "late", NOW);
            threads.invokeAll(IntStream.range(0, THREADS).mapToObj(_ -> seeing).toList());
        }

        assertThat(incidents().list(IncidentQuery.all())).hasSize(1);
    }
}
