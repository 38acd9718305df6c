package dev.lockstep.gateway.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that JSON can write and programs cannot keep; the fuzzer found them. */
class UnusualNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"1e-2147483648", "1e99999999999", "{\"qty\":1e-2147483648}"})
    void a_number_with_too_large_an_exponent_is_no_json(String body) {
        assertThat(WireJson.tree(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9223372036854775809", "18446744073709551616", "1e400"})
    void market_data_with_a_number_of_any_size_can_be_packed(String number) {
        JsonNode message = WireJson.tree("[{\"T\":\"b\",\"o\":" + number + "}]").orElseThrow();

        JsonNode packed = PackedJson.tree(PackedJson.marketData(message)).orElseThrow();

        assertThat(packed.get(0).get("o").doubleValue()).isEqualTo(Double.parseDouble(number));
    }

    @Test
    void an_integer_of_64_bits_stays_one() {
        JsonNode message = WireJson.tree("[{\"T\":\"t\",\"i\":9007199254740993}]").orElseThrow();

        JsonNode packed = PackedJson.tree(PackedJson.marketData(message)).orElseThrow();

        assertThat(packed.get(0).get("i").longValue()).isEqualTo(9_007_199_254_740_993L);
    }
}
