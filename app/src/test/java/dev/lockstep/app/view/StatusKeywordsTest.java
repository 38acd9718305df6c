package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses as people and programs name them in a filter. */
class StatusKeywordsTest {
    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void each_status_is_named_in_lower_case_with_either_sign_between_its_words(OrderStatus status) {
        String name = status.name();

        assertThat(StatusKeywords.read(name.toLowerCase(Locale.ROOT))).containsExactly(status);
        assertThat(StatusKeywords.read(name.replace('_', '-'))).containsExactly(status);
    }

    @Test
    void groups_are_the_statuses_that_have_the_property() {
        assertThat(StatusKeywords.read("all")).containsExactly(OrderStatus.values());
        assertThat(StatusKeywords.read("open")).isNotEmpty().allMatch(OrderStatus::open);
        assertThat(StatusKeywords.read("closed")).isNotEmpty().allMatch(OrderStatus::closed);
        assertThat(StatusKeywords.read("unresolved"))
                .containsExactlyInAnyOrder(OrderStatus.PENDING_SUBMIT, OrderStatus.UNKNOWN);
    }

    @Test
    void several_keywords_are_taken_together() {
        assertThat(StatusKeywords.read("filled, unresolved,filled"))
                .isEqualTo(
                        Set.of(
                                OrderStatus.FILLED,
                                OrderStatus.PENDING_SUBMIT,
                                OrderStatus.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({"done, done", "'', empty", "'filled,', empty", "'filled,opne', opne"})
    void an_unknown_keyword_is_named_with_all_known_ones(String text, String named) {
        assertThatThrownBy(() -> StatusKeywords.read(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("status: " + named + " ")
                .hasMessageContaining("all, open, unresolved, closed, pending_submit");
    }

    @ParameterizedTest
    @ValueSource(strings = {" FILLED ", "Filled"})
    void spaces_and_capitals_do_not_count(String text) {
        assertThat(StatusKeywords.read(text)).containsExactly(OrderStatus.FILLED);
    }
}
