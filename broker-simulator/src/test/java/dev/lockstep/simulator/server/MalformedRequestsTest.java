package dev.lockstep.simulator.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.server.http.ConnectionLimits;
import dev.lockstep.simulator.server.http.JettyConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class MalformedRequestsTest {
    private static final String CLOSE = "Connection: close\r\n";
    private static final String POST = "POST /v2/orders HTTP/1.1\r\n" + RawClient.KEYED + CLOSE;

    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private static HttpServer front;

    @BeforeAll
    static void start() {
        front = TestFront.start(ConnectionLimits.DEFAULT);
    }

    @AfterAll
    static void stop() {
        front.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, garbage~~",
        "505, GET /v2/clock~~",
        "505, GET /v2/clock HTTP/9.9~Host: x~~",
        "400, GET /v2/clock HTTP/1.1~Connection: close~~",
        "400, GET /v2/clock HTTP/1.1~Host: x~bro ken~~",
        "400, GET /v2/clock HTTP/1.1~Host: x~: empty~~",
        "400, GET /v2/clock HTTP/1.1~Host: x~A: \u0000~~",
        "400, GET http://elsewhere/v2/clock HTTP/1.1~Host: x~Connection: close~~",
        "400, CONNECT /v2/orders HTTP/1.1~Host: x~Connection: close~~",
        "400, CONNECT elsewhere:443 HTTP/1.1~Host: elsewhere:443~~",
        "400, CONNECT 127.0.0.1:443 HTTP/1.1~Host: x~~",
        "426, PRI * HTTP/2.0~~SM~~",
    })
    void what_is_no_request_is_refused(int status, String request) throws IOException {
        assertRefused(status, RawClient.ask(front.port(), request.replace("~", "\r\n")));
    }

    @Test
    void a_method_override_is_ignored() throws IOException {
        RawClient.Reply answer =
                RawClient.ask(
                        front.port(),
                        "GET /v2/orders HTTP/1.1\r\n"
                                + RawClient.KEYED
                                + CLOSE
                                + "X-HTTP-Method-Override: DELETE\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void the_first_bytes_of_another_protocol_are_rejected() throws IOException {
        assertRefused(
                400,
                RawClient.ask(
                        front.port(), new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/v2/%2e%2e/%2e%2e/etc/passwd",
                "/v2/orders/%zz",
                "/v2/orders/%",
                "/v2/orders/%00",
                "/v2/orders/a\u0000b",
                "v2/clock",
                "*"
            })
    void a_path_that_is_none_is_refused(String path) throws IOException {
        assertRefused(400, get(path));
    }

    @ParameterizedTest
    @CsvSource({
        "404, /v2/nothing, endpoint not found.",
        "404, /v2/orders;x=y, endpoint not found.",
        "404, //v2//clock, endpoint not found.",
        "404, /stream, endpoint not found.",
        "404, /v2/assets/..%2f..%2fx, asset not found for ../../x",
        "404, /v2/positions/%C0%AF, position does not exist",
        "422, /v2/orders/undefined, order_id is missing",
        "422, /v2/orders/1-1-1-1-1, order_id is missing",
        "422, /v2/orders:by_client_order_id?client_order_id=, client_order_id is required",
        "422, /v2/account/activities?category=x, invalid category",
        "422, /v2/account/activities?page_token=1::00000000-0000-0000-0000-000000000000, invalid"
                + " page_token",
        "422, /sim/ledger?after=foo, 'after: foo (expected: the number of an order)'",
        "422, /v2/orders?limit=-1, invalid limit",
        "422, /v2/orders?after_order_id=x&before_order_id=y, 'before_order_id, after_order_id and"
                + " after/until are mutually exclusive'",
        "422, /v2/orders?limit=99999999999, invalid limit",
        "422, /v2/orders?after=%ff%fe, failed to parse after",
        "422, /v2/account/portfolio/history?period=9999999A, invalid period",
        "422, /v2/account/portfolio/history?end=-999999999-01-01, failed to parse end",
        "422, /v2/account/activities?page_size=0, invalid page_size",
        "400, /v2/calendar?start=0000-13-01, failed to parse start",
        "400, /v2/calendar?date_type=trading, invalid date_type",
        "422, /v2/orders?after=-999999999-01-01T00:00:00Z, failed to parse after",
        "400, /v3/clock?time=yesterday, failed to parse time",
        "400, /v3/clock?time=%2B999999999-12-31T23:59:59Z, failed to parse time",
        "400, /v3/calendar/NYSE?end=soon, failed to parse end",
        "400, /v3/calendar/NYSE?timezone=CET, 'timezone: CET (expected: UTC, or none)'",
        "400, /v3/clock?markets=MARS, 'markets: MARS (expected: one of NYSE, XNYS, NASDAQ, XNAS, IEX,"
                + " IEXG)'",
        "501, /v3/calendar/LSE, market LSE is not supported by this simulator",
        "501, '/v3/clock?markets=NYSE,HKEX', market HKEX is not supported by this simulator",
        "400, /v3/calendar/MARS, 'market: MARS (expected: one of NYSE, XNYS, NASDAQ, XNAS, IEX,"
                + " IEXG)'",
    })
    void an_unreadable_value_is_named(int status, String path, String message) throws IOException {
        RawClient.Reply reply = get(path);
        assertRefused(status, reply);
        assertThat(reply.json().get("message").asText()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BREW", "TRACE", "OPTIONS", "PUT"})
    void a_method_nobody_takes_finds_no_endpoint(String method) throws IOException {
        String head = method + " /v2/orders HTTP/1.1\r\n" + RawClient.KEYED + CLOSE + "\r\n";
        assertRefused(404, RawClient.ask(front.port(), head));
    }

    @Test
    void a_head_request_does_not_bypass_the_key_check() throws IOException {
        RawClient.Reply reply =
                RawClient.ask(
                        front.port(), "HEAD /v2/orders HTTP/1.1\r\nHost: x\r\n" + CLOSE + "\r\n");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.head()).containsIgnoringCase("X-Request-ID: ");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void heads_and_paths_beyond_the_limit_are_rejected() throws IOException {
        String long1 = "a".repeat(JettyConfig.MAX_HEADER_BYTES);
        assertRefused(
                431,
                RawClient.ask(
                        front.port(),
                        "GET /v2/clock HTTP/1.1\r\n" + RawClient.KEYED + "X: " + long1 + "\r\n"));
        assertRefused(414, get("/v2/clock?" + long1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: nope~~{}",
                "Content-Length: -1~~{}",
                "Content-Length: 2~Content-Length: 3~~{}",
                "Content-Length: 2~Transfer-Encoding: chunked~~0~~",
                "Transfer-Encoding: gzip~~{}",
                "Transfer-Encoding: chunked~~ZZ~hello~",
                "Transfer-Encoding: chunked~~FFFFFFFFFFFFFFFFF~hello~",
                "Transfer-Encoding: chunked~~2~{}}~~",
            })
    void a_body_of_no_sound_length_is_refused(String rest) throws IOException {
        assertRefused(400, RawClient.ask(front.port(), POST + rest.replace("~", "\r\n")));
    }

    @Test
    void a_body_beyond_the_limit_is_rejected_after_it_is_sent() throws IOException {
        String large = "a".repeat(JettyConfig.MAX_DRAINED_BYTES);
        String length = "Content-Length: " + large.length() + "\r\n\r\n";
        assertRefused(413, RawClient.ask(front.port(), POST + length + large));
    }

    @Test
    void a_body_far_beyond_the_limit_is_rejected_before_it_is_read() throws IOException {
        String announced = "Content-Length: " + (JettyConfig.MAX_DRAINED_BYTES + 1) + "\r\n\r\n";
        assertRefused(413, RawClient.ask(front.port(), POST + announced));
    }

    @Test
    void a_chunked_body_beyond_the_limit_is_rejected_after_it_is_sent() throws IOException {
        String chunk = "8000\r\n" + "a".repeat(0x8000) + "\r\n";
        String chunks = chunk.repeat(JettyConfig.MAX_DRAINED_BYTES / 0x8000 - 1) + "0\r\n\r\n";
        String request = POST + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
        assertRefused(413, RawClient.ask(front.port(), request));
    }

    @Test
    void endless_chunks_are_rejected() throws Exception {
        String chunk = "8000\r\n" + "a".repeat(0x8000) + "\r\n";
        try (ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor();
                RawClient client = new RawClient(front.port())) {
            client.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
            Future<?> cut = sender.submit(() -> client.sendWithoutEnd(chunk));
            assertThat(cut)
                    .failsWithin(IN_TIME)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void an_incomplete_body_is_rejected() throws IOException {
        for (String rest :
                new String[] {
                    "Content-Length: 200\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n5\r\n{"
                }) {
            try (RawClient client = new RawClient(front.port())) {
                client.send(POST + rest);
                client.closeOutput();
                assertRefused(400, client.untilClosed());
            }
        }
    }

    @Test
    void json_that_is_malformed_too_deep_or_too_large_is_rejected() throws IOException {
        String rest = ",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"day\"}";
        for (String body :
                new String[] {
                    "{broken",
                    "[1]",
                    "7",
                    "{}{}",
                    "[".repeat(30_000),
                    "{\"a\":".repeat(10_000),
                    "{\"symbol\":\"\u00ff\u00fe\"}",
                    "{\"symbol\":\"A\u0000\"}",
                    "{\"symbol\":{\"a\":1}" + rest,
                    "{\"symbol\":\"AAPL\",\"qty\":1e999999999" + rest,
                    "{\"symbol\":\"AAPL\",\"qty\":" + "9".repeat(60_000) + rest,
                    "{\"symbol\":\"AAPL\",\"qty\":\"NaN\"" + rest,
                    "{\"symbol\":\"AAPL\",\"qty\":\"\\uff11\"" + rest,
                    "{\"symbol\":\"AAPL\",\"qty\":1,\"client_order_id\":\"\\ud800\"" + rest,
                    "{\"symbol\":\"AAPL\",\"qty\":1,\"extended_hours\":\"yes\"" + rest,
                    "{\"symbol\":\"AAPL\",\"qty\":1,\"extended_hours\":1" + rest,
                    "{\"symbol\":\"AAPL\",\"qty\":1,\"take_profit\":\"250\"" + rest,
                    "{\"symbol\":\"AAPL\",\"qty\":1,\"stop_loss\":[1]" + rest,
                }) {
            RawClient.Reply reply = post(body);
            assertRefused(400, reply);
            assertThat(reply.json().get("message").asText())
                    .isEqualTo("request body format is invalid");
        }
    }

    @Test
    void an_asset_name_with_a_nul_is_not_found() throws IOException {
        RawClient.Reply reply =
                post(
                        "{\"symbol\":\"A\\u0000PL\",\"qty\":1,\"side\":\"buy\",\"type\":\"market\","
                                + "\"time_in_force\":\"day\"}");
        assertRefused(422, reply);
    }

    @Test
    void a_wrong_key_is_unauthorized_whatever_the_body() throws IOException {
        RawClient.Reply reply =
                RawClient.ask(
                        front.port(),
                        "POST /v2/orders HTTP/1.1\r\nHost: x\r\nAPCA-API-KEY-ID: \u00ff\r\n"
                                + CLOSE
                                + "Content-Length: 1\r\n\r\n[");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.head()).containsIgnoringCase("X-Request-ID: ");
        assertThat(reply.body()).isEqualTo("{\"message\":\"unauthorized.\"}");
    }

    @Test
    void an_invalid_handshake_is_rejected() throws IOException {
        String upgrade = "GET /stream HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n";
        assertRefused(400, RawClient.ask(front.port(), upgrade + CLOSE + "\r\n"));
        assertRefused(
                405,
                RawClient.ask(
                        front.port(),
                        upgrade
                                + "Connection: Upgrade, close\r\nSec-WebSocket-Key: abc\r\n"
                                + "Sec-WebSocket-Version: 7\r\n\r\n"));
    }

    @Test
    void pipelined_requests_are_answered_in_order() throws IOException {
        String clock = "GET /v2/clock HTTP/1.1\r\n" + RawClient.KEYED;
        RawClient.Reply reply =
                RawClient.ask(
                        front.port(),
                        clock
                                + "\r\n"
                                + clock.replace("clock", "nothing")
                                + "\r\n"
                                + clock
                                + CLOSE
                                + "\r\n");
        assertThat(Pattern.compile("HTTP/1.1 (\\d+)").matcher(reply.text()).results())
                .extracting(match -> match.group(1))
                .containsExactly("200", "404", "200");
    }

    @Test
    void an_http_1_0_client_is_answered_and_disconnected() throws IOException {
        RawClient.Reply reply =
                RawClient.ask(
                        front.port(), "GET /v2/clock HTTP/1.0\r\n" + RawClient.KEYED + "\r\n");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("is_open").asBoolean()).isTrue();
    }

    private static RawClient.Reply get(String path) throws IOException {
        return RawClient.ask(
                front.port(), "GET " + path + " HTTP/1.1\r\n" + RawClient.KEYED + CLOSE + "\r\n");
    }

    private static RawClient.Reply post(String body) throws IOException {
        return RawClient.ask(
                front.port(),
                (POST + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(ISO_8859_1));
    }

    /**
     * Checks that the response has Alpaca's error format: status, request id, and an object with
     * code and message.
     */
    private static void assertRefused(int status, RawClient.Reply reply) throws IOException {
        assertThat(reply.text()).startsWith("HTTP/1.1 " + status + " ");
        assertThat(reply.head())
                .containsIgnoringCase("X-Request-ID: ")
                .containsIgnoringCase("Content-Type: application/json");
        assertThat(reply.json().get("code").asInt()).isBetween(40_000_000, 60_000_000);
        assertThat(reply.json().get("message").asText()).isNotEmpty();
        assertThat(reply.text()).doesNotContain("Exception", "jetty", "\tat ");
    }
}
