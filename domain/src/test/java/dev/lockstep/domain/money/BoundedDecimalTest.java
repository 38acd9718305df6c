package dev.lockstep.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.order.OrderType.Trail;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedDecimalTest {
    @Test
    void parses_an_ordinary_number_exactly() {
        assertThat(BoundedDecimal.parse("rate", " 0.0025 ")).isEqualTo(new BigDecimal("0.0025"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-30000000", "1e-999999999", "1e999999999", "1e-41", "1e40"})
    void refuses_a_number_whose_plain_text_would_be_long(String text) {
        assertThatThrownBy(() -> BoundedDecimal.parse("rate", text))
                .hasMessage(
                        "rate: "
                                + new BigDecimal(text)
                                + " (expected: at most 40 digits before and after the point)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "ten", "1e9999999999"})
    void refuses_text_that_is_not_a_number(String text) {
        assertThatThrownBy(() -> BoundedDecimal.parse("rate", text))
                .hasMessage("rate: " + text + " (expected: a decimal number)");
    }

    @Test
    void a_trailing_percentage_is_bounded() {
        BigDecimal tiny = new BigDecimal("1e-30000000");

        assertThatThrownBy(() -> new Trail.ByPercent(tiny))
                .hasMessageStartingWith("trailPercent: 1E-30000000 (expected: at most 40 digits");
    }
}
