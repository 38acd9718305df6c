package dev.lockstep.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.money.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceIncrementTest {
    private final PriceIncrement equity = PriceIncrement.of(AssetClass.US_EQUITY);

    @ParameterizedTest
    @CsvSource({
        "123.45, true",
        "123.450, true",
        "123.456, false",
        "0.9876, true",
        "0.98765, false",
        "1.0001, false",
        "1, true"
    })
    void equities_take_cents_from_one_dollar_and_hundredths_of_a_cent_below(
            String price, boolean allowed) {
        assertThat(equity.allows(Price.of(price))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "123.456, 123.45 or 123.46, 123.46",
        "0.98765, 0.9876 or 0.9877, 0.9877",
        "0.00001, 0.0001, 0.0001",
        "0.99999, 0.9999 or 1.0000, 1"
    })
    void both_neighbours_are_named_and_the_nearest_is_known(
            String price, String neighbours, String nearest) {
        assertThat(equity.neighbours(Price.of(price))).isEqualTo(neighbours);
        assertThat(equity.nearest(Price.of(price))).isEqualTo(Price.of(nearest));
    }

    @Test
    void crypto_takes_nine_decimals() {
        assertThat(PriceIncrement.of(AssetClass.CRYPTO).allows(Price.of("50000.123456789")))
                .isTrue();
    }

    @Test
    void a_slash_makes_a_crypto_pair() {
        assertThat(new Symbol("BTC/USD").assetClass()).isEqualTo(AssetClass.CRYPTO);
        assertThat(new Symbol("BRK.B").assetClass()).isEqualTo(AssetClass.US_EQUITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aapl", "AAPL ", "BTC/USD/EUR", "/USD", "ABCDEFGHIJKLMN"})
    void what_is_no_symbol_is_named(String text) {
        assertThatThrownBy(() -> new Symbol(text))
                .hasMessageStartingWith("symbol: ")
                .hasMessageEndingWith("(expected: capitals such as AAPL or BTC/USD)");
    }
}
