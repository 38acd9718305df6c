package dev.lockstep.alpaca.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
    private final PathPattern pattern = new PathPattern("/v2/positions/{symbol}");

    @Test
    void variables_are_decoded() {
        assertThat(pattern.match("/v2/positions/BTC%2FUSD").orElseThrow())
                .containsEntry("symbol", "BTC/USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/positions/12%", "/v2/positions/%zz", "/v2/positions/%-1"})
    void a_path_with_a_malformed_escape_does_not_match(String path) {
        assertThat(pattern.match(path)).isEmpty();
    }
}
