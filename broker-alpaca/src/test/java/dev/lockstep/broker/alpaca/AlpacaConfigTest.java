package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstep.broker.alpaca.AlpacaConfig.Environment;
import dev.lockstep.domain.value.InvalidValueException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link AlpacaConfig} accepts only safe hosts and never shows the secret. */
final class AlpacaConfigTest {
    private static final ApiSecret SECRET = new ApiSecret("s3cret");

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4711, SIM",
        "http://localhost:4711, SIM",
        "http://[::1]:4711, SIM",
        "https://paper-api.alpaca.markets, PAPER",
        "https://api.alpaca.markets, LIVE",
        "https://proxy.example, LIVE"
    })
    void the_host_determines_the_environment(URI host, Environment environment) {
        assertThat(AlpacaConfig.at(host, "PK1", SECRET).environment()).isEqualTo(environment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://paper-api.alpaca.markets",
                "http://127.0.0.1.example.com",
                "ftp://127.0.0.1",
                "https://user:pass@paper-api.alpaca.markets",
                "https://paper-api.alpaca.markets?x=1",
                "paper-api.alpaca.markets"
            })
    void an_unsafe_base_url_is_rejected(String host) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> AlpacaConfig.at(URI.create(host), "PK1", SECRET))
                .withMessageContaining("baseUrl");
    }

    @Test
    void the_text_form_masks_the_secret() {
        assertThat(AlpacaConfig.paper("PK1", SECRET).toString())
                .contains("***", "PK1")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_blank_key_or_secret_is_rejected(String blank) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ApiSecret(blank));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> AlpacaConfig.paper(blank, SECRET));
    }
}
