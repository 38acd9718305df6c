package dev.lockstep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvalidValueExceptionTest {
    @Test
    void it_names_field_value_and_rule() {
        InvalidValueException wrong = new InvalidValueException("quantity", -1, "> 0");

        assertThat(wrong).hasMessage("quantity: -1 (expected: > 0)");
        assertThat(wrong.in("orderQty")).hasMessage("orderQty: -1 (expected: > 0)");
        assertThat(wrong.in("orderQty").field()).isEqualTo("orderQty");
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
