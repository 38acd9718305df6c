package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that wants its token; the last test uses up what one client may guess. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoginTest {
    private static final String TOKEN = "a-token-that-is-long-enough";

    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home).withToken(TOKEN));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    @Order(1)
    void a_browser_is_led_to_the_login_and_a_program_is_told_how_to_come_in() {
        ServedPlatform.Reply page = served.get("/");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).endsWith("/web/login.html");

        ServedPlatform.Reply refused = served.get("/api/v1/orders");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(refused.json().path("detail").asText())
                .contains("Authorization: Bearer", "/web/login.html");
        assertThat(served.get("/metrics").status()).isEqualTo(401);
        assertThat(served.get("/api/v1/export/orders").status()).isEqualTo(401);
        assertThat(served.get("/api/v1/notifications").status()).isEqualTo(401);
        assertThat(served.get("/health").status()).as("open to all").isEqualTo(200);
    }

    @Test
    @Order(2)
    void the_token_opens_a_session_whose_cookie_no_script_can_read() {
        ServedPlatform.Reply login = login(TOKEN);
        String cookie = login.header("Set-Cookie");

        assertThat(login.status()).isEqualTo(204);
        assertThat(cookie)
                .startsWith("lockstep_session=")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/")
                .doesNotContain(TOKEN);
        assertThat(cookie).doesNotContain("Secure");
        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(served.get("/api/v1/orders", "Cookie", session).status()).isEqualTo(200);
        assertThat(served.get("/", "Cookie", session).status()).isEqualTo(200);

        assertThat(served.post("/api/v1/logout", "", "Cookie", session).status()).isEqualTo(204);
        assertThat(served.get("/api/v1/orders", "Cookie", session).status()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void behind_a_proxy_with_tls_the_cookie_never_leaves_it() {
        ServedPlatform.Reply login =
                served.post(
                        "/api/v1/login",
                        "{\"token\":\"" + TOKEN + "\"}",
                        "X-Forwarded-Proto",
                        "https");

        assertThat(login.header("Set-Cookie")).contains("Secure");
    }

    @Test
    @Order(4)
    void programs_show_the_token_itself() {
        assertThat(served.get("/api/v1/orders", "Authorization", "Bearer " + TOKEN).status())
                .isEqualTo(200);
        assertThat(served.get("/api/v1/orders", "Authorization", "Bearer " + TOKEN + "x").status())
                .isEqualTo(401);
    }

    @Test
    @Order(5)
    void another_site_s_form_cannot_log_anybody_in() {
        assertThat(
                        served.post(
                                        "/api/v1/login",
                                        "{\"token\":\"" + TOKEN + "\"}",
                                        "Content-Type",
                                        "text/plain")
                                .status())
                .isEqualTo(415);
        assertThat(
                        served.post(
                                        "/api/v1/login",
                                        "{\"token\":\"" + TOKEN + "\"}",
                                        "Origin",
                                        "https://evil.example")
                                .status())
                .isEqualTo(403);
    }

    @Test
    @Order(6)
    void the_token_and_the_broker_s_secret_are_never_told_not_even_to_who_has_shown_it() {
        List<String> reads =
                served.server().endpoints().stream()
                        .filter(name -> name.startsWith("GET ") && !name.endsWith("/events"))
                        .map(name ->
                                name.substring("GET ".length())
                                        .replace("{id}", "x")
                                        .replace("{kind}", "orders"))
                        .toList();

        assertThat(reads).contains("/metrics", "/api/v1/status", "/api/v1/doctor");
        for (String path : reads) {
            ServedPlatform.Reply reply =
                    served.get(
                            path + ServedPlatform.asked(path), "Authorization", "Bearer " + TOKEN);
            assertThat(reply.text() + reply.response().headers().map())
                    .as(path)
                    .doesNotContain(TOKEN, ServedPlatform.SECRET);
        }
    }

    @ParameterizedTest
    @Order(6)
    @ValueSource(
            strings = {
                "/web/../api/v1/status",
                "/web/..%2fapi/v1/status",
                "/web/%2e%2e/api/v1/status",
                "/web/..;/api/v1/status",
                "/web/;/../api/v1/status",
                "/health/../api/v1/status",
                "/health/..%2fapi/v1/status",
                "//api/v1/status",
                "/api/v1/status;x=/web/",
                "/API/v1/status",
                "/api/v1/login/../status",
                "/api/v1/status?/web/login.html",
                "http://127.0.0.1/api/v1/status"
            })
    void no_way_of_writing_a_path_leads_past_the_token(String path) {
        String answer =
                served.raw(
                        "GET "
                                + path
                                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("tradingState");
    }

    @Test
    @Order(7)
    void who_guesses_is_told_to_wait_even_with_the_right_token() {
        for (int i = 0; i < 5; i++) {
            ServedPlatform.Reply wrong = login("guess-number-" + i);
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.header("Set-Cookie")).isEmpty();
        }

        ServedPlatform.Reply late = login(TOKEN);
        assertThat(late.status()).isEqualTo(429);
        assertThat(late.json().path("code").asText()).isEqualTo("tries");
        assertThat(late.header("Retry-After")).isEqualTo("60");
    }

    private static ServedPlatform.Reply login(String token) {
        return served.post("/api/v1/login", "{\"token\":\"" + token + "\"}");
    }
}
