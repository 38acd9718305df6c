package dev.lockstep.app.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.web.WebConfig;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GuardsTest {
    private static final String TOKEN = "0123456789abcdef";

    @Test
    void the_token_lets_in_as_a_bearer_and_as_a_cookie() {
        TokenGuard guard = new TokenGuard(TOKEN);

        assertThat(guard.refusal(head("GET", "/api/v1/orders", "Bearer " + TOKEN, null))).isEmpty();
        assertThat(guard.refusal(head("GET", "/api/v1/orders", null, TOKEN))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer wrong", "Basic 0123456789abcdef"})
    void anything_else_is_refused_without_a_word_of_the_token(String shown) {
        Optional<Problem> refusal =
                new TokenGuard(TOKEN).refusal(head("POST", "/api/v1/orders", shown, "other"));

        assertThat(refusal.orElseThrow().status()).isEqualTo(401);
        assertThat(refusal.orElseThrow().toString()).doesNotContain(TOKEN);
    }

    @Test
    void health_is_told_without_a_token_and_nothing_else_is() {
        TokenGuard guard = new TokenGuard(TOKEN);

        assertThat(guard.refusal(head("GET", "/api/v1/health", null, null))).isEmpty();
        assertThat(guard.refusal(head("POST", "/api/v1/health", null, null))).isPresent();
        assertThat(guard.refusal(head("GET", "/", null, null))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7", "trader.example"})
    void beyond_this_machine_nobody_listens_without_a_token(String host) {
        assertThatThrownBy(
                        () -> new WebConfig(host, 0, Set.of(), Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("listen: " + host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", ""})
    void a_name_that_is_not_ours_is_refused(String host) {
        assertThat(new HostGuard(Set.of(), false).refusal(of(host)).orElseThrow().status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080"})
    void the_names_of_this_machine_are_let_in(String host) {
        assertThat(new HostGuard(Set.of(), false).refusal(of(host))).isEmpty();
    }

    private static RequestHead of(String host) {
        return new RequestHead("GET", "/", host, null, null, false, null, null, "127.0.0.1");
    }

    private static RequestHead head(
            String method, String path, @Nullable String authorization, @Nullable String session) {
        return new RequestHead(
                method, path, "127.0.0.1", null, null, false, authorization, session, "127.0.0.1");
    }
}
