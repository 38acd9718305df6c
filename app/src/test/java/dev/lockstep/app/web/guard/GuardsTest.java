package dev.lockstep.app.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.web.WebConfig;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GuardsTest {
    private static final String TOKEN = "0123456789abcdef";

    private final TestClock clock = new TestClock();
    private final Sessions sessions = new Sessions(new Random(7), clock);
    private final Authenticator admission = new Authenticator(Optional.of(TOKEN), sessions);
    private final List<String> refused = new ArrayList<>();
    private final TokenGuard guard =
            new TokenGuard(admission, new LoginThrottle(clock), refused::add);

    @Test
    void the_token_lets_in_as_a_bearer_and_its_session_as_a_cookie() {
        String session = sessions.begin();

        assertThat(guard.refusal(head("GET", "/api/v1/orders", "Bearer " + TOKEN, null))).isEmpty();
        assertThat(guard.refusal(head("GET", "/api/v1/orders", null, session))).isEmpty();
        assertThat(guard.refusal(head("GET", "/api/v1/orders", null, TOKEN))).isPresent();
    }

    @Test
    void the_first_wrong_token_of_a_client_and_a_minute_is_recorded() {
        for (int i = 0; i < 7; i++) {
            guard.refusal(head("GET", "/api/v1/orders", "Bearer wrong" + i, null));
        }
        assertThat(refused).hasSize(1);

        clock.pass(LoginThrottle.REMEMBERED.plusSeconds(1));
        guard.refusal(head("GET", "/api/v1/orders", "Bearer wrong", null));
        guard.refusal(head("GET", "/api/v1/orders", null, null));

        assertThat(refused).hasSize(2);
    }

    @Test
    void a_session_ends_when_it_is_ended_and_when_it_is_old() {
        String ended = sessions.begin();
        String old = sessions.begin();
        sessions.end(ended);

        assertThat(guard.refusal(head("GET", "/api/v1/orders", null, ended))).isPresent();
        assertThat(guard.refusal(head("GET", "/api/v1/orders", null, old))).isEmpty();
        clock.pass(Sessions.LONGEST);
        assertThat(guard.refusal(head("GET", "/api/v1/orders", null, old))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600, 86_400})
    void a_stepped_wall_clock_ends_no_session_and_forgives_no_guess(long seconds) {
        String session = sessions.begin();
        LoginThrottle tries = new LoginThrottle(clock);
        RateGuard rate = new RateGuard(1, clock, admission);
        RequestHead any = of("127.0.0.1");
        for (int i = 0; i < 5; i++) {
            tries.wrong("10.0.0.1");
        }
        rate.refusal(any);

        clock.step(Duration.ofSeconds(seconds));

        assertThat(sessions.knows(session)).isTrue();
        assertThat(tries.left("10.0.0.1")).isFalse();
        assertThat(rate.refusal(any)).isPresent();
        clock.pass(Sessions.LONGEST);
        assertThat(sessions.knows(session)).isFalse();
        assertThat(tries.left("10.0.0.1")).isTrue();
        assertThat(rate.refusal(any)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer wrong", "Basic 0123456789abcdef"})
    void anything_else_is_refused_without_a_word_of_the_token(String shown) {
        Optional<Problem> refusal = guard.refusal(head("POST", "/api/v1/orders", shown, "other"));

        assertThat(refusal.orElseThrow().status()).isEqualTo(401);
        assertThat(refusal.orElseThrow().toString()).doesNotContain(TOKEN);
    }

    @Test
    void the_login_and_a_yes_or_no_about_health_are_open_and_nothing_else_is() {
        assertThat(guard.refusal(head("GET", "/health", null, null))).isEmpty();
        assertThat(guard.refusal(head("GET", "/", null, null))).isEmpty();
        assertThat(guard.refusal(head("GET", "/web/login.html", null, null))).isEmpty();
        assertThat(guard.refusal(head("POST", "/api/v1/login", null, null))).isEmpty();
        assertThat(guard.refusal(head("POST", "/health", null, null))).isPresent();
        assertThat(guard.refusal(head("GET", "/api/v1/health", null, null))).isPresent();
        assertThat(guard.refusal(head("GET", "/metrics", null, null))).isPresent();
        assertThat(guard.refusal(head("POST", "/web/login.html", null, null))).isPresent();
    }

    @Test
    void wrong_bearer_tokens_are_counted_and_the_right_one_is_still_admitted() {
        for (int i = 0; i < 5; i++) {
            assertThat(guard.refusal(head("GET", "/metrics", "Bearer guess" + i, null)))
                    .hasValueSatisfying(refusal -> assertThat(refusal.status()).isEqualTo(401));
        }

        assertThat(guard.refusal(head("GET", "/metrics", "Bearer guess", null)))
                .hasValueSatisfying(refusal -> assertThat(refusal.status()).isEqualTo(429));
        assertThat(guard.refusal(head("GET", "/metrics", "Bearer " + TOKEN, null))).isEmpty();
        assertThat(guard.refusal(head("GET", "/metrics", null, null)))
                .hasValueSatisfying(refusal -> assertThat(refusal.status()).isEqualTo(401));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/trading/halt",
        "POST, /api/v1/trading/reduce",
        "POST, /api/v1/orders/cancel-all",
        "DELETE, /api/v1/orders/x"
    })
    void a_flood_of_requests_does_not_hold_safety_requests_back(String method, String path) {
        RateGuard rate = new RateGuard(1, clock, admission);
        RequestHead any = head("GET", "/api/v1/status", "Bearer " + TOKEN, null);
        rate.refusal(any);

        assertThat(rate.refusal(any)).isPresent();
        assertThat(rate.refusal(head(method, path, "Bearer wrong", null))).isPresent();
        assertThat(rate.refusal(head(method, path, "Bearer " + TOKEN, null))).isEmpty();
        assertThat(rate.refusal(head(method, path, "Bearer " + TOKEN, null))).isPresent();
    }

    @Test
    void who_is_wrong_too_often_waits_and_nobody_else_does() {
        LoginThrottle tries = new LoginThrottle(clock);
        for (int i = 0; i < 5; i++) {
            assertThat(tries.left("10.0.0.1")).isTrue();
            tries.wrong("10.0.0.1");
        }

        assertThat(tries.left("10.0.0.1")).isFalse();
        assertThat(tries.left("10.0.0.2")).isTrue();
        clock.pass(LoginThrottle.REMEMBERED);
        assertThat(tries.left("10.0.0.1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7", "trader.example"})
    void beyond_this_machine_nobody_listens_without_a_token(String host) {
        assertThatThrownBy(() ->
                        new WebConfig(
                                host,
                                0,
                                Set.of(),
                                Optional.empty(),
                                WebConfig.USUAL_HEARTBEAT,
                                Optional.empty(),
                                Optional.empty()))
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

    @Test
    void a_client_has_its_number_of_requests_in_a_second_and_others_have_theirs() {
        RateGuard rate = new RateGuard(2, clock, admission);
        RequestHead one = of("127.0.0.1");
        RequestHead other =
                new RequestHead("GET", "/", "127.0.0.1", null, null, false, null, null, "10.0.0.2");

        assertThat(rate.refusal(one)).isEmpty();
        assertThat(rate.refusal(one)).isEmpty();
        assertThat(rate.refusal(one).orElseThrow().status()).isEqualTo(429);
        assertThat(rate.refusal(other)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(rate.refusal(one)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=utf-16",
                "text/json"
            })
    void a_body_that_a_form_of_another_site_could_send_is_refused(String type) {
        RequestHead head =
                new RequestHead("POST", "/", "127.0.0.1", null, type, true, null, null, "x");

        assertThat(new ContentTypeGuard().refusal(head).orElseThrow().status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:9", "file://"})
    void a_page_from_elsewhere_is_refused(String origin) {
        RequestHead head =
                new RequestHead(
                        "POST", "/", "127.0.0.1:8080", origin, null, false, null, null, "x");

        assertThat(new OriginGuard().refusal(head).orElseThrow().status()).isEqualTo(403);
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
