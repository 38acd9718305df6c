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
