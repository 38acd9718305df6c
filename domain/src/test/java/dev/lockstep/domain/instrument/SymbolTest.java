package dev.lockstep.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstep.domain.value.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTest {
    @ParameterizedTest
    @CsvSource({"AAPL, US_EQUITY", "BRK.B, US_EQUITY", "F, US_EQUITY", "BTC/USD, CRYPTO"})
    void a_symbol_tells_its_kind(String value, AssetClass assetClass) {
        assertThat(new Symbol(value).assetClass()).isEqualTo(assetClass);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aapl", "A B", "/USD", "BTC/", "ABCDEFGHIJKLM", "A,B"})
    void what_is_no_symbol_is_refused_with_an_example(String value) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Symbol(value))
                .withMessageContaining("capitals such as AAPL or BTC/USD");
    }

    @ParameterizedTest
    @CsvSource({"aapl, AAPL", "' btc/usd ', BTC/USD", "Brk.b, BRK.B"})
    void a_typed_symbol_counts_small_letters_as_capitals(String typed, String symbol) {
        assertThat(Symbol.typed(typed)).isEqualTo(new Symbol(symbol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFB00", "\u0131bm", "\u017Fpy", "\uFF21APL"})
    void a_letter_outside_ascii_never_becomes_another_symbol(String typed) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Symbol.typed(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL260116C00200000", "F270115P00012500"})
    void an_option_is_refused_by_its_name(String value) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Symbol(value))
                .withMessage(
                        "symbol: "
                                + value
                                + " (expected: a share or a crypto pair; options are not traded here)");
    }
}
