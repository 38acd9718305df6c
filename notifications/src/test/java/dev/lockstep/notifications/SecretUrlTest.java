package dev.lockstep.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.config.SecretUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/hush",
                "http://localhost:8080/hush",
                "http://127.0.0.1/hush",
                "http://192.168.1.4:80/hush",
                "http://ntfy/hush",
                "http://[::1]/hush"
            })
    void an_address_shows_its_server_only(String text) {
        assertThat(SecretUrl.of("url", text).toString()).doesNotContain("hush").endsWith("/***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/hush",
                "http://10.example.com/hush",
                "http://127.0.0.1.example.com/hush",
                "http://192.168.example.com/hush",
                "http://172.16.example.com/hush",
                "ftp://example.com/hush",
                "https:///hush",
                "https://user:hush@example.com/",
                "https://exa mple.com/hush",
                "hush"
            })
    void what_would_leak_is_refused_and_not_quoted(String text) {
        assertThatThrownBy(() -> SecretUrl.of("url", text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("url")
                .hasMessageNotContaining("hush");
    }

    @Test
    void a_secret_is_not_shown() {
        assertThat(new ChannelSecret("hush")).hasToString("***");
    }
}
