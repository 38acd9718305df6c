package dev.lockstep.broker.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the seventeen words of the API's description, and any other. */
final class StatusWordsTest {
    @ParameterizedTest
    @CsvSource({
        "new, NEW",
        "partially_filled, PARTIALLY_FILLED",
        "filled, FILLED",
        "done_for_day, DONE_FOR_DAY",
        "canceled, CANCELED",
        "expired, EXPIRED",
        "replaced, REPLACED",
        "pending_cancel, PENDING_CANCEL",
        "pending_replace, PENDING_REPLACE",
        "accepted, ACCEPTED",
        "pending_new, ACCEPTED",
        "accepted_for_bidding, ACCEPTED",
        "stopped, NEW",
        "rejected, REJECTED",
        "suspended, SUSPENDED",
        "calculated, DONE_FOR_DAY",
        "held, HELD"
    })
    void every_word_of_the_description_has_a_meaning(String word, OrderStatus meaning) {
        assertThat(StatusWords.read(word)).isEqualTo(new ReportedStatus.Known(word, meaning));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending_moon_phase", "NEW", "cancelled"})
    void any_other_word_is_kept_as_it_is(String word) {
        assertThat(StatusWords.read(word)).isEqualTo(new ReportedStatus.Unrecognized(word));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "a\u0000b",
                "x123456789x123456789x123456789x123456789x123456789x123456789x123456789"
            })
    void no_word_and_no_form_of_one_breaks_anything(@Nullable String word) {
        assertThat(StatusWords.read(word)).isInstanceOf(ReportedStatus.Unrecognized.class);
    }
}
