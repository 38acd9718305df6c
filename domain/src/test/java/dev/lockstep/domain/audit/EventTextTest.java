package dev.lockstep.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text that is hashed, and its hash by vectors that another program made. */
class EventTextTest {
    @Test
    void the_text_is_as_documented() {
        EventText text = new EventText(17, EventHash.START);
        text.field("status", "NEW");
        text.field("avg_px", null);
        text.field("text", "");
        text.field("summary", "two\nlines \uD83D\uDE00");

        assertThat(text)
                .hasToString(
                        "lockstep event 1\nseq 2:17\nprevious 64:"
                                + "0".repeat(64)
                                + "\nstatus 3:NEW\ntext 0:\nsummary 11:two\nlines \uD83D\uDE00\n");
    }

    @Test
    void the_hashes_are_those_of_another_program() {
        EventText first = new EventText(1, EventHash.START);
        first.field("orders.symbol", "AAPL");
        first.field("status", "PENDING_SUBMIT");
        first.field("text", "");
        EventText second = new EventText(2, first.hash());
        second.field("status", "NEW");
        second.field("text", "5 € & \uD83D\uDE00\nline 2");

        assertThat(first.hash())
                .hasToString("f7894a793c1ebe0f43684124c39c3d5cebae0cfad76ffb1d322ee75d95e5d1b1");
        assertThat(second.hash())
                .hasToString("b65370285e8e0acd7bfeea2706c2b9cab7c84aba93e0a03d107cdd1bbbc4de44");
    }

    @ParameterizedTest
    @CsvSource({"a, bc, ab, c", "a, 'b\nc 1:d', a, b", "status, '', text, ''"})
    void no_two_events_have_one_text(String name, String value, String other, String otherValue) {
        EventText one = new EventText(1, EventHash.START);
        one.field(name, value);
        EventText another = new EventText(1, EventHash.START);
        another.field(other, otherValue);

        assertThat(one.hash()).isNotEqualTo(another.hash());
    }
}
