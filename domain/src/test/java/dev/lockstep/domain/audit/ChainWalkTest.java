package dev.lockstep.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.audit.ChainBreak.Kind;
import dev.lockstep.domain.audit.StoredEvent.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a walk finds, by what was done to the events. */
class ChainWalkTest {
    private final List<StoredEvent> events = chain(5);

    @Test
    void an_untouched_chain_has_no_breaks() {
        assertThat(walk()).isEmpty();
    }

    @Test
    void a_changed_event_is_one_break() {
        StoredEvent third = events.get(2);
        events.set(2, with(third, third.seq(), List.of(new Field("text", "forged")), third.hash()));

        assertThat(walk()).extracting(ChainBreak::kind).containsExactly(Kind.CHANGED);
        assertThat(walk().getFirst().place()).startsWith("event 3 ");
    }

    @Test
    void a_changed_hash_is_one_break() {
        StoredEvent third = events.get(2);
        events.set(2, with(third, third.seq(), third.fields(), EventHash.START));

        assertThat(walk()).extracting(ChainBreak::kind).containsExactly(Kind.CHANGED);
        assertThat(walk().getFirst().place()).startsWith("event 3 ");
    }

    @Test
    void a_changed_event_with_its_own_right_hash_breaks_what_follows() {
        StoredEvent third = events.get(2);
        StoredEvent forged = with(third, 3, List.of(new Field("text", "forged")), third.hash());
        events.set(2, with(forged, 3, forged.fields(), forged.after(events.get(1).hash())));

        assertThat(walk()).extracting(ChainBreak::kind).containsExactly(Kind.CHANGED);
        assertThat(walk().getFirst().place()).startsWith("event 4 ");
    }

    @Test
    void a_removed_event_is_a_gap_that_names_its_place() {
        events.remove(2);

        assertThat(walk())
                .extracting(ChainBreak::kind)
                .containsExactly(Kind.OUT_OF_SEQUENCE, Kind.CHANGED);
        assertThat(walk().getFirst().expected()).isEqualTo("event 3");
    }

    @Test
    void events_that_changed_places_are_found() {
        StoredEvent second = events.get(1);
        StoredEvent third = events.get(2);
        events.set(1, with(third, 2, third.fields(), third.hash()));
        events.set(2, with(second, 3, second.fields(), second.hash()));

        assertThat(walk()).extracting(ChainBreak::kind).contains(Kind.CHANGED);
        assertThat(walk().getFirst().place()).startsWith("event 2 ");
    }

    @Test
    void a_missing_end_is_found_by_the_head() {
        ChainHead head = new ChainHead(5, events.removeLast().hash());

        ChainWalk walked = walked();

        assertThat(walked.breaksAtEnd(head))
                .extracting(ChainBreak::kind)
                .containsExactly(Kind.END_DIFFERS);
        assertThat(walked.breaksAtEnd(new ChainHead(4, events.getLast().hash()))).isEmpty();
    }

    @Test
    void a_break_says_in_one_line_what_is_wrong_where() {
        ChainBreak found = new ChainBreak(Kind.OUT_OF_SEQUENCE, "event 7", "event 3", "event 7");

        assertThat(found.text())
                .isEqualTo(
                        "event 7: events were removed, added or moved before it"
                                + " (expected: event 3, found: event 7)");
    }

    private List<ChainBreak> walk() {
        List<ChainBreak> breaks = new ArrayList<>();
        ChainWalk walk = ChainWalk.START;
        for (StoredEvent event : events) {
            breaks.addAll(walk.breaksAt(event));
            walk = walk.to(event);
        }
        return breaks;
    }

    private ChainWalk walked() {
        ChainWalk walk = ChainWalk.START;
        for (StoredEvent event : events) {
            walk = walk.to(event);
        }
        return walk;
    }

    private static List<StoredEvent> chain(int length) {
        List<StoredEvent> chain = new ArrayList<>();
        EventHash previous = EventHash.START;
        for (int seq = 1; seq <= length; seq++) {
            List<Field> fields = List.of(new Field("text", "number " + seq));
            StoredEvent bare = new StoredEvent(seq, "order", seq, fields, true, EventHash.START);
            previous = bare.after(previous);
            chain.add(with(bare, seq, fields, previous));
        }
        return chain;
    }

    private static StoredEvent with(
            StoredEvent event, long seq, List<Field> fields, EventHash hash) {
        return new StoredEvent(seq, event.orderId(), event.version(), fields, true, hash);
    }
}
