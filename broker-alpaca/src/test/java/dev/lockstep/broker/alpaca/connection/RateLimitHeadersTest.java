package dev.lockstep.broker.alpaca.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.broker.alpaca.connection.Reply.RateLimit;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** Rate limit headers are evaluated by the server's clock, however wrong the local clock is. */
final class RateLimitHeadersTest {
    /** The local clock is an hour fast. */
    private static final Instant LOCAL = Instant.parse("2026-01-05T15:30:00Z");

    private static final String REMAINING = "X-RateLimit-Remaining";
    private static final String SERVER = "Mon, 05 Jan 2026 14:30:00 GMT";

    @Test
    void a_retry_after_may_be_seconds() {
        assertThat(read("Retry-After", "7").pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_retry_after_date_is_relative_to_the_servers_clock() {
        assertThat(read("Date", SERVER, "Retry-After", "Mon, 05 Jan 2026 14:30:09 GMT").pause())
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void a_past_retry_after_date_is_a_zero_pause() {
        assertThat(read("Date", SERVER, "Retry-After", "Mon, 05 Jan 2026 14:29:00 GMT").pause())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void a_reset_is_relative_to_the_servers_clock_plus_one_second() {
        assertThat(read("Date", SERVER, "X-RateLimit-Reset", "1767623410").pause())
                .isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void without_a_date_header_the_local_clock_is_used() {
        assertThat(read("X-RateLimit-Reset", String.valueOf(LOCAL.getEpochSecond() + 4)).pause())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_retry_after_takes_precedence_over_a_reset() {
        assertThat(read("Retry-After", "3", "X-RateLimit-Reset", "1767623410").pause())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void unreadable_headers_are_ignored() {
        assertThat(
                        read(
                                "Retry-After",
                                "soon",
                                "X-RateLimit-Reset",
                                "99999999999999999",
                                "X-RateLimit-Limit",
                                "-1",
                                "X-RateLimit-Remaining",
                                "many"))
                .isEqualTo(new RateLimit(null, null, null));
    }

    @Test
    void the_limit_and_the_remaining_count_are_read() {
        assertThat(read("X-RateLimit-Limit", "200", "X-RateLimit-Remaining", "0"))
                .isEqualTo(new RateLimit(200, 0, null));
    }

    @Test
    void a_reset_asks_for_a_pause_after_a_failure_or_when_no_request_is_left() {
        String[] left = {"Date", SERVER, "X-RateLimit-Reset", "1767623410", REMAINING, "60"};
        String[] none = {"Date", SERVER, "X-RateLimit-Reset", "1767623410", REMAINING, "0"};

        assertThat(read(true, left).pause()).isNull();
        assertThat(read(false, left).pause()).isEqualTo(Duration.ofSeconds(11));
        assertThat(read(true, none).pause()).isEqualTo(Duration.ofSeconds(11));
    }

    private static RateLimit read(String... headers) {
        return read(true, headers);
    }

    private static RateLimit read(boolean successful, String... headers) {
        return new RateLimitHeaders(Headers.of(headers), successful, LOCAL).read();
    }
}
