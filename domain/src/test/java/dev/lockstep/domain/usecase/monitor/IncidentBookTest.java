package dev.lockstep.domain.usecase.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.port.store.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncidentBookTest {
    private static final int MANY = 2_500;

    private final CountedIncidents incidents = new CountedIncidents();
    private final IncidentBook book = new IncidentBook(incidents, new TestClock(), _ -> {});

    @Test
    void open_incidents_are_written_once_however_many_there_are() {
        book.settle(IncidentKind.ORDER_MISSING, seen(MANY), "gone");
        assertThat(incidents.opened).isEqualTo(MANY);

        book.settle(IncidentKind.ORDER_MISSING, seen(MANY), "gone");

        assertThat(incidents.opened).isEqualTo(MANY);
        assertThat(book.subjects(IncidentKind.ORDER_MISSING)).hasSize(MANY);
    }

    @Test
    void all_that_are_over_are_closed_however_many_there_are() {
        book.settle(IncidentKind.ORDER_MISSING, seen(MANY), "gone");

        book.settle(IncidentKind.ORDER_MISSING, seen(1), "gone");

        assertThat(book.subjects(IncidentKind.ORDER_MISSING)).containsExactly("o-0");
    }

    @Test
    void a_text_that_is_longer_than_what_is_kept_is_written_once() {
        Map<String, String> seen = Map.of("o-1", "x".repeat(2_000));
        book.settle(IncidentKind.ORDER_MISSING, seen, "gone");

        book.settle(IncidentKind.ORDER_MISSING, seen, "gone");

        assertThat(incidents.opened).isEqualTo(1);
    }

    private static Map<String, String> seen(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(i -> "o-" + i, i -> "text " + i));
    }

    /** Counts the writes. */
    private static final class CountedIncidents implements Incidents {
        private final Incidents kept = new InMemoryIncidents();
        private int opened;

        @Override
        public Incident open(IncidentKind kind, String subject, String text, Instant at) {
            opened++;
            return kept.open(kind, subject, text, at);
        }

        @Override
        public Optional<Incident> close(IncidentKind kind, String subject, String how, Instant at) {
            return kept.close(kind, subject, how, at);
        }

        @Override
        public Optional<Incident> acknowledge(long number, Acknowledgement acknowledgement) {
            return kept.acknowledge(number, acknowledgement);
        }

        @Override
        public Optional<Incident> closeByHand(Incident known, Acknowledgement by) {
            return kept.closeByHand(known, by);
        }

        @Override
        public Optional<Incident> findOpen(long number) {
            return kept.findOpen(number);
        }

        @Override
        public List<Incident> list(IncidentQuery query) {
            return kept.list(query);
        }
    }
}
