package dev.lockstep.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactDecimalTest {
    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "100, 100", "1E+2, 100", "0.10, 0.1", " 7 , 7"})
    void equal_values_are_equal_and_print_plainly(String text, String plain) {
        assertThat(Price.of(text)).isEqualTo(Price.of(plain)).hasToString(plain);
        assertThat(Price.of(text)).hasSameHashCodeAs(Price.of(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0e9", "-0"})
    void every_nothing_is_the_same_nothing(String text) {
        assertThat(Quantity.of(text)).isEqualTo(Quantity.ZERO);
        assertThat(NetQuantity.of(text)).isEqualTo(NetQuantity.FLAT);
        assertThat(Money.of(text)).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "",
                "ten",
                "1,5",
                "0x10",
                "1 0",
                "\u0661\u0662",
                "\uff11"
            })
    void what_is_no_number_is_named(String text) {
        assertThatThrownBy(() -> Quantity.of(text))
                .hasMessage("qty: " + text + " (expected: a decimal number)");
    }

    @Test
    void bounds_are_named() {
        assertThatThrownBy(() -> Price.of("0")).hasMessage("price: 0 (expected: > 0)");
        assertThatThrownBy(() -> Price.of("-1.5")).hasMessage("price: -1.5 (expected: > 0)");
        assertThatThrownBy(() -> Quantity.of("-1")).hasMessage("qty: -1 (expected: >= 0)");
        assertThatThrownBy(() -> Quantity.requested("qty", "0"))
                .hasMessage("qty: 0 (expected: > 0)");
        assertThatThrownBy(() -> Quantity.requested("qty", "-1e99999999"))
                .hasMessage("qty: -1E+99999999 (expected: > 0)");
        assertThatThrownBy(() -> Quantity.of("0.0000000001"))
                .hasMessage("qty: 1E-10 (expected: at most 9 decimals)");
        assertThatThrownBy(() -> Price.of("1e999999999"))
                .hasMessage("price: 1E+999999999 (expected: at most 18 digits before the point)");
        assertThatThrownBy(() -> Price.of("9".repeat(1_000)))
                .hasMessageEndingWith("(expected: a decimal number of at most 64 characters)");
    }

    @Test
    void the_rest_of_a_quantity_is_never_below_nothing() {
        assertThat(Quantity.of("10").less(Quantity.of("2.5"))).isEqualTo(Quantity.of("7.5"));
        assertThat(Quantity.of("1").less(Quantity.of("2"))).isEqualTo(Quantity.ZERO);
        assertThat(Quantity.of("100").whole()).isTrue();
        assertThat(Quantity.of("0.5").whole()).isFalse();
    }

    @Test
    void a_price_times_a_quantity_is_exact() {
        assertThat(Price.of("0.1").times(Quantity.of("3"))).isEqualTo(Money.of("0.3"));
        assertThat(Money.of("0.1").plus(Money.of("0.2")))
                .isEqualTo(new Money(new BigDecimal("0.3")));
    }

    @Test
    void amounts_compare_by_value() {
        assertThat(Price.of("2")).isGreaterThan(Price.of("1.99"));
        assertThat(Quantity.of("2")).isGreaterThan(Quantity.of("1.99"));
        assertThat(Money.of("-1")).isLessThan(Money.ZERO);
    }
}
