package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.TradingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses, how it says so, and what it never says; in mode live. */
class SafetyTest {
    private static final String ORDER =
            """
            {"symbol":"AAPL","side":"buy","qty":"1","type":"limit","limitPrice":"1"}\
            """;

    @TempDir private static Path home;

    private static ServedPlatform served;

    @BeforeAll
    static void open() {
        served = new ServedPlatform(ServedPlatform.Setup.in(home).withMode(TradingMode.LIVE));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_is_a_problem_that_says_what_is_wrong(
            int status, String says, ServedPlatform.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = reply.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).contains(says);
        assertThat(problem.path("requestId").asText())
                .isNotEmpty()
                .isEqualTo(reply.header("X-Request-Id"));
        assertThat(reply.text()).doesNotContain("Exception", "dev.lockstep", "at java");
    }

    static Stream<Object[]> refusals() {
        String path = "/api/v1/orders/preview";
        return Stream.of(
                new Object[] {400, "body: ", served.post(path, "{")},
                new Object[] {400, "body: ", served.post(path, "[]")},
                new Object[] {400, "field: colour", served.post(path, "{\"colour\":1}")},
                new Object[] {
                    400,
                    "qty: -1",
                    served.post(path, ORDER.replace("\"1\",\"type", "\"-1\",\"type"))
                },
                new Object[] {400, "symbol", served.post(path, "{\"side\":\"buy\"}")},
                new Object[] {404, "nothing here", served.get("/api/v2/orders")},
                new Object[] {404, "no order none-such", served.get("/api/v1/orders/none-such")},
                new Object[] {
                    404, "no order none-such", served.send("DELETE", "/api/v1/orders/none-such", "")
                },
                new Object[] {404, "there is no", served.get("/web/none-such.js")},
                new Object[] {404, "there is no", served.get("/web/..%2f..%2fapi/openapi.json")},
                new Object[] {405, "another method", served.post("/api/v1/positions", "")},
                new Object[] {
                    403, "another site", served.post(path, ORDER, "Origin", "https://evil.example")
                },
                new Object[] {
                    400,
                    "X-HTTP-Method-Override is not supported",
                    served.send("GET", "/api/v1/orders", "", "X-HTTP-Method-Override", "POST")
                },
                new Object[] {
                    400,
                    "body: ",
                    served.post(path, ORDER.replace("\"1\",\"type", "1e9999999999,\"type"))
                },
                new Object[] {
                    400,
                    "trailPercent: 1E-30000000",
                    served.post(
                            path,
                            """
                            {"symbol":"AAPL","side":"sell","qty":"1","type":"trailing_stop",\
                            "trailPercent":"1e-30000000"}\
                            """)
                },
                new Object[] {413, "larger than 65536", served.post(path, " ".repeat(70_000))},
                new Object[] {
                    415, "application/json", served.post(path, ORDER, "Content-Type", "text/plain")
                },
                new Object[] {
                    403, "real money", served.post("/api/v1/orders", ORDER, "Idempotency-Key", "k")
                },
                new Object[] {
                    422,
                    "Denied: quantity 1.5 is not possible",
                    served.post(
                            "/api/v1/orders",
                            ORDER.replace("\"1\",\"type", "\"1.5\",\"timeInForce\":\"gtc\",\"type"),
                            "Idempotency-Key",
                            "k2",
                            "Lockstep-Live",
                            Settings.LIVE_WORDS)
                });
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 403",
        "evil.example:%d, 403",
        "127.0.0.1.evil.example, 403",
        "localhost:%d, 200",
        "127.0.0.1, 200"
    })
    void a_name_that_was_turned_to_this_address_is_not_answered(String host, int status) {
        String answer =
                served.raw(
                        "GET /web/login.html HTTP/1.1\r\nHost: "
                                + host.formatted(served.port())
                                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.contains("evil.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NONSENSE\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET /%00 HTTP/1.1\r\n\r\n"})
    void what_is_no_request_gets_a_problem_too(String request) {
        String answer = served.raw(request);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
        assertThat(answer).doesNotContain("Jetty", "Javalin");
    }

    @Test
    void a_head_that_is_too_large_is_refused() {
        String answer =
                served.raw(
                        "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "
                                + "x".repeat(20_000)
                                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/status", "/api/v1/none-such", "/metrics", "/health"})
    void a_browser_runs_nothing_but_our_own_files(String path) {
        ServedPlatform.Reply reply = served.get(path);

        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Server")).isEmpty();
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void no_answer_ever_has_a_secret_in_it() {
        String id =
                served.post(
                                "/api/v1/orders",
                                ORDER,
                                "Idempotency-Key",
                                "secret",
                                "Lockstep-Live",
                                Settings.LIVE_WORDS)
                        .json()
                        .at("/order/id")
                        .asText();
        List<String> reads =
                served.server().endpoints().stream()
                        .filter(name -> name.startsWith("GET ") && !name.endsWith("/events"))
                        .map(name ->
                                name.substring("GET ".length())
                                        .replace("{id}", id)
                                        .replace("{kind}", "orders"))
                        .toList();

        assertThat(reads).contains("/metrics", "/api/v1/doctor", "/api/v1/orders/" + id);
        for (String path : reads) {
            ServedPlatform.Reply reply = served.get(path + ServedPlatform.asked(path));
            String all = reply.text() + reply.response().headers().map();
            assertThat(all).as(path).doesNotContain(ServedPlatform.SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /api/v1/orders                       | {}",
                "PATCH  | /api/v1/orders/x                     | {}",
                "PUT    | /api/v1/risk/limits/max-open-orders  | {\"value\":\"9\",\"reason\":\"r\"}",
                "DELETE | /api/v1/risk/limits/max-open-orders  | {\"reason\":\"r\"}",
                "POST   | /api/v1/strategies/trend/resume      | {\"reason\":\"r\"}",
                "DELETE | /api/v1/strategies/t/limits/margin   | {\"reason\":\"r\"}",
                "POST   | /api/v1/trading/resume               | {\"reason\":\"r\"}"
            })
    void with_real_money_what_adds_risk_wants_the_words(String method, String path, String body) {
        for (String words : List.of("", "yes", "This is real money")) {
            ServedPlatform.Reply refused =
                    served.send(
                            method, path, body, "Lockstep-Live", words, "Idempotency-Key", "words");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("code").asText()).isEqualTo("live");
            assertThat(refused.json().path("detail").asText()).contains(Settings.LIVE_WORDS);
        }
        assertThat(
                        served.send(
                                        method,
                                        path,
                                        body,
                                        "Lockstep-Live",
                                        Settings.LIVE_WORDS,
                                        "Idempotency-Key",
                                        "words")
                                .status())
                .isNotEqualTo(403);
    }

    @Test
    void what_takes_risk_away_wants_no_words() {
        assertThat(served.post("/api/v1/orders/cancel-all", "{\"symbol\":\"GME\"}").status())
                .isEqualTo(202);
        assertThat(served.post("/api/v1/trading/reduce", "{\"reason\":\"test\"}").status())
                .isEqualTo(200);
        assertThat(
                        served.post(
                                        "/api/v1/trading/halt",
                                        "{\"reason\":\"test\",\"flatten\":true}")
                                .status())
                .isEqualTo(200);
        assertThat(
                        served.post(
                                        "/api/v1/trading/resume",
                                        "{\"reason\":\"test\"}",
                                        "Lockstep-Live",
                                        Settings.LIVE_WORDS)
                                .status())
                .isEqualTo(200);
    }
}
