package dev.lockstep.broker.alpaca.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.broker.alpaca.connection.Reply.RateLimit;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** What a server says about its limit is read by its own clock, however wrong ours is. */
final class RateLimitHeadersTest {
    /** Ours is an hour fast. */
    private static final Instant OURS = Instant.parse("2026-01-05T15:30:00Z");

    private static final String THEIRS = "Mon, 05 Jan 2026 14:30:00 GMT";

    @Test
    void a_retry_after_may_be_seconds() {
        assertThat(read("Retry-After", "7").pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_retry_after_may_be_a_date_and_counts_from_the_servers_own() {
        assertThat(read("Date", THEIRS, "Retry-After", "Mon, 05 Jan 2026 14:30:09 GMT").pause())
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void a_date_that_has_passed_is_no_pause() {
        assertThat(read("Date", THEIRS, "Retry-After", "Mon, 05 Jan 2026 14:29:00 GMT").pause())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void a_reset_counts_from_the_servers_own_time_and_one_second_more() {
        assertThat(read("Date", THEIRS, "X-RateLimit-Reset", "1767623410").pause())
                .isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void without_the_servers_time_ours_must_do() {
        assertThat(read("X-RateLimit-Reset", String.valueOf(OURS.getEpochSecond() + 4)).pause())
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_retry_after_counts_before_a_reset() {
        assertThat(read("Retry-After", "3", "X-RateLimit-Reset", "1767623410").pause())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void what_cannot_be_read_was_not_said() {
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
    void the_limit_and_what_is_left_are_read() {
        assertThat(read("X-RateLimit-Limit", "200", "X-RateLimit-Remaining", "0"))
                .isEqualTo(new RateLimit(200, 0, null));
    }

    private static RateLimit read(String... headers) {
        return new RateLimitHeaders(Headers.of(headers), OURS).read();
    }
}
