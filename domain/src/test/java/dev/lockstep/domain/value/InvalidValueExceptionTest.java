package dev.lockstep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvalidValueExceptionTest {
    @Test
    void it_names_field_value_and_rule() {
        InvalidValueException wrong = new InvalidValueException("qty", -1, "> 0");

        assertThat(wrong).hasMessage("qty: -1 (expected: > 0)");
        assertThat(wrong.in("qty")).hasMessage("qty: -1 (expected: > 0)");
        assertThat(wrong.in("qty").field()).isEqualTo("qty");
        assertThat(wrong.value()).isEqualTo("-1");
        assertThat(wrong.expected()).isEqualTo("> 0");
    }

    @Test
    void it_shows_long_and_unprintable_values_safely() {
        InvalidValueException wrong =
                new InvalidValueException("id", "\u001b[31m" + "x".repeat(500), "short");

        assertThat(wrong.value()).hasSize(81).startsWith("?[31mxxx").endsWith("…");
    }
}
