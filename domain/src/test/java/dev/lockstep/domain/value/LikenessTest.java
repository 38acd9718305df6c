package dev.lockstep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final List<String> WORDS = List.of("order", "cancel", "sync", "qty");

    @ParameterizedTest
    @CsvSource({"oder, order", "cnacel, cancel", "qyt, qty", "synch, sync", "order, order"})
    void a_slip_is_near(String written, String meant) {
        assertThat(Likeness.near(written, WORDS)).contains(meant);
        assertThat(Likeness.nearest(written, WORDS)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"positions", "x", "''", "sink", "yqt"})
    void another_word_is_not_near_but_something_is_always_nearest(String written) {
        assertThat(Likeness.near(written, WORDS)).isEmpty();
        assertThat(Likeness.nearest(written, WORDS)).isIn(WORDS);
    }

    @Test
    void nothing_is_near_where_nothing_is_known_and_nothing_endless_is_near_anything() {
        assertThat(Likeness.near("order", List.of())).isEmpty();
        assertThat(Likeness.near("order".repeat(1_000), WORDS)).isEmpty();
    }
}
