package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of things. */
class CountTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 orders", "1 | 1 order", "2 | 2 orders", "1200 | 1,200 orders"})
    void only_one_thing_is_in_the_singular(long count, String text) {
        assertThat(CountText.of(count, "order")).isEqualTo(text);
    }
}
