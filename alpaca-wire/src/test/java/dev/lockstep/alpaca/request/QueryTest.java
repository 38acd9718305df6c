package dev.lockstep.alpaca.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters of JavaScript clients, lists, limits and times. */
class QueryTest {
    private static Query query(Map<String, List<String>> parameters) {
        return new Query(
                name -> parameters.getOrDefault(name, List.of()), new YearRange(1970, 2200));
    }

    @Test
    void undefined_and_null_count_as_absent() {
        Query query = query(Map.of("a", List.of("undefined"), "b", List.of("null", "x")));

        assertThat(query.text("a")).isNull();
        assertThat(query.text("b", "other")).isEqualTo("other");
    }

    @Test
    void a_required_name_may_be_a_word_that_clients_send_for_an_optional_one() {
        Query query = query(Map.of("name", List.of("null"), "empty", List.of("")));

        assertThat(query.required("name")).isEqualTo("null");
        for (String absent : List.of("empty", "other")) {
            assertThatThrownBy(() -> query.required(absent))
                    .isInstanceOf(RefusedRequest.class)
                    .hasMessage(absent + " is required");
        }
    }

    @Test
    void an_empty_number_is_refused_because_a_request_without_it_means_another_one() {
        assertThatThrownBy(() -> query(Map.of("qty", List.of(""))).decimal("qty"))
                .isInstanceOf(RefusedRequest.class)
                .hasMessage("invalid qty");
        assertThat(query(Map.of("qty", List.of("undefined"))).decimal("qty")).isNull();
    }

    @Test
    void a_list_is_separated_by_commas_or_repeated() {
        assertThat(query(Map.of("symbols", List.of("A, B", "C", ""))).list("symbols"))
                .containsExactly("A", "B", "C");
    }

    @Test
    void a_limit_is_at_most_the_highest_and_above_zero() {
        assertThat(query(Map.of("limit", List.of("900"))).limit(50, 500)).isEqualTo(500);
        assertThat(query(Map.of()).limit(50, 500)).isEqualTo(50);
        for (String wrong : List.of("0", "-1", "ten", "99999999999")) {
            assertThatThrownBy(() -> query(Map.of("limit", List.of(wrong))).limit(50, 500))
                    .isInstanceOf(RefusedRequest.class)
                    .hasMessage("invalid limit");
        }
    }

    @Test
    void a_time_is_a_date_or_has_an_offset_whose_plus_became_a_space() {
        Query query =
                query(
                        Map.of(
                                "a", List.of("2026-11-27"),
                                "b", List.of("2026-11-27T10:00:00 02:00"),
                                "c", List.of("9999-01-01")));

        assertThat(query.time("a")).isEqualTo(Instant.parse("2026-11-27T00:00:00Z"));
        assertThat(query.time("b")).isEqualTo(Instant.parse("2026-11-27T08:00:00Z"));
        assertThatThrownBy(() -> query.time("c")).hasMessage("failed to parse c");
    }
}
